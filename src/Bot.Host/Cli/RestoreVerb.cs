using System.CommandLine;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>restore</c>: says what putting the store back to a backup would do, and does it with <c>--yes</c>.</summary>
internal sealed class RestoreVerb : Command
{
    private readonly Surroundings around;
    private readonly Argument<string> file = new("file") { Description = "What `backup` wrote.", HelpName = "FILE" };
    private readonly Option<bool> yes = new("--yes") { Description = "Do it." };

    public RestoreVerb(Surroundings around)
        : base("restore", "Put the store back to a backup; the service must be stopped. Says what it would do, and does it with --yes.")
    {
        this.around = around;
        Add(file);
        Add(yes);
        SetAction(
            (parsed, cancellation) =>
                StoreVerb.Use(
                    around,
                    store => Restore(store, parsed.GetRequiredValue(file), parsed.GetValue(yes), cancellation),
                    make: true
                )
        );
    }

    private async Task<int> Restore(Store store, string path, bool goOn, CancellationToken cancellation)
    {
        var restoration = await store.Restore(around.Paths.FromCommandLine(path), goOn, cancellation);
        foreach (var line in Lines(restoration))
        {
            around.Out.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(Restoration restoration)
    {
        var last = restoration.LastEventAt is { } at ? $", the last of {DueWords.Moment(at)}" : "";
        yield return $"The backup has {restoration.Events} events{last}. All of them hold.";
        yield return restoration.PresentPosition == 0
            ? "The present store has no events. If it was lost, what was erased since the backup was taken is back: only the lost store knew of it. Erase it again."
            : $"The present store is at position {restoration.PresentPosition}; all in it that is newer than the backup goes.";
        if (restoration.Erasures > 0)
        {
            yield return $"{restoration.Erasures} erasures since the backup was taken are done again.";
        }

        foreach (var due in DueWords.Of(restoration.Leaving))
        {
            yield return due;
        }

        yield return "After a restore what falls due waits until `resume --yes` lets it go on.";
        yield return restoration.RestoredAt is { } done
            ? $"Restored at {DueWords.Moment(done)}. Links for signing in that were open are void."
            : "Nothing was changed. Say --yes to do it.";
    }
}
