using System.CommandLine;
using Bot.Benchmarks.Stores;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Journals;

/// <summary><c>journal</c>: what it takes to append, to answer from what was changed, to read all again, and to start.</summary>
internal sealed class JournalVerb : Command
{
    private readonly NumberOption appends = new("--appends", "Appends of each side; 0 leaves this part out.", usual: 2_000);
    private readonly NumberOption changes = new("--changes", "Changes that are answered from; 0 leaves this part out.", usual: 300);
    private readonly NumberOption events = new("--events", "Events that are read again; 0 leaves this part out.", usual: 1_000_000);
    private readonly NumberOption starts = new("--starts", "Starts of each side; 0 leaves this part out.", usual: 5);
    private readonly Option<string?> before = new("--before")
    {
        Description = "Another build's Bot.Host.dll, whose start is measured in turns with this one's.",
        HelpName = "DLL",
    };

    public JournalVerb()
        : base("journal", "Measure appends beside bare inserts, changes to their answers, the replay of a journal, and starts.")
    {
        Add(appends);
        Add(changes);
        Add(events);
        Add(starts);
        Add(before);
        SetAction(Measure);
    }

    private async Task<int> Measure(ParseResult parsed, CancellationToken cancellation)
    {
        var lexicon = ShippedLexicon.Read();
        foreach (var kind in new[] { StoreKind.Sqlite, StoreKind.Postgres })
        {
            if (parsed.GetValue(appends) is > 0 and var count)
            {
                await using var side = await BareTable.Open(kind, cancellation);
                await new AppendContest(side, count).Run(cancellation);
            }
        }

        foreach (var kind in Enum.GetValues<StoreKind>())
        {
            if (parsed.GetValue(changes) is > 0 and var count)
            {
                await using var stores = new EmptyStores(kind, synced: true);
                await new ChangeToAnswer(kind, stores, lexicon).Run(count, cancellation);
            }
        }

        if (parsed.GetValue(events) is > 0 and var many)
        {
            await Replay.RunAsServiceDoes(many, cancellation);
        }

        if (parsed.GetValue(starts) is > 0 and var times)
        {
            await Starts.Measure(times, parsed.GetValue(before), cancellation);
        }

        return 0;
    }
}
