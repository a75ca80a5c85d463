using System.CommandLine;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>journal verify</c>: checks the stored journal against its own rules.</summary>
internal sealed class JournalVerb : Command
{
    private readonly Surroundings around;

    public JournalVerb(Surroundings around)
        : base("journal", "Look after the journal.")
    {
        this.around = around;
        var verify = new Command(
            "verify",
            "Read the whole journal and check positions, versions, contents, each community's chain, and what is packed for a quick start."
        );
        verify.SetAction((_, cancellation) => StoreVerb.Use(around, store => Verify(store, cancellation)));
        Add(verify);
    }

    private async Task<int> Verify(Store store, CancellationToken cancellation)
    {
        var verified = await store.Verify(cancellation);
        foreach (var problem in verified.Problems)
        {
            around.Out.WriteLine(problem);
        }

        around.Out.WriteLine(
            verified.Problems.Count == 0
                ? $"{verified.Events} events, and all of them hold."
                : $"{verified.Events} events, {verified.Problems.Count} problems."
        );
        if (verified is { Packed: > 0, Problems.Count: 0 })
        {
            around.Out.WriteLine($"{verified.Packed} of them are packed, too, for a quick start, and say the same there.");
        }

        return verified.Problems.Count == 0 ? ExitCode.Done : ExitCode.FoundWrong;
    }
}
