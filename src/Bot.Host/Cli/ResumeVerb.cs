using System.CommandLine;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>resume</c>: says what falls due and waits since a restore, and lets it go on with <c>--yes</c>.</summary>
internal sealed class ResumeVerb : Command
{
    private readonly Surroundings around;
    private readonly Option<bool> yes = new("--yes") { Description = "Let it go on." };

    public ResumeVerb(Surroundings around)
        : base("resume", "After a restore, say what falls due and waits; let it go on with --yes. The service may run.")
    {
        this.around = around;
        Add(yes);
        SetAction((parsed, cancellation) => StoreVerb.Use(around, store => Resume(store, parsed.GetValue(yes), cancellation)));
    }

    private async Task<int> Resume(Store store, bool goOn, CancellationToken cancellation)
    {
        if (await store.FrozenSince(cancellation) is not { } restored)
        {
            around.Out.WriteLine("Nothing waits: the store was not restored, or what falls due goes on already.");
            return ExitCode.Done;
        }

        around.Out.WriteLine($"The store was restored at {DueWords.Moment(restored)}, and what falls due has waited since.");
        foreach (var line in DueWords.Of(await store.Communities.All(cancellation)))
        {
            around.Out.WriteLine(line);
        }

        if (goOn)
        {
            await store.Resume(cancellation);
        }

        around.Out.WriteLine(goOn ? "What falls due goes on." : "Nothing was changed. Say --yes to let what falls due go on.");
        return ExitCode.Done;
    }
}
