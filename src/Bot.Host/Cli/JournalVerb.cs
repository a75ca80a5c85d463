using System.CommandLine;
using Bot.Host.Settings;
using Bot.Host.Stores;
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
        var verify = new Command("verify", "Read the whole journal and check positions, versions, contents and each community's chain.");
        verify.SetAction((_, cancellation) => Verify(cancellation));
        Add(verify);
    }

    private async Task<int> Verify(CancellationToken cancellation)
    {
        try
        {
            var options = VerbSettings.Read(around).Section<StoreOptions>("Store");
            if (options.Provider == StoreOptions.Sqlite && StoreServices.File(options, around.Paths) is var file && !File.Exists(file))
            {
                around.Error.WriteLine($"There is no store at '{file}': it is made when the service first starts.");
                return ExitCode.FoundWrong;
            }

            await using var store = StoreServices.Find(options, around.Paths, around.Time);
            if (store is null)
            {
                around.Error.WriteLine("The settings keep the journal in memory: there is nothing to verify.");
                return ExitCode.FoundWrong;
            }

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
            return verified.Problems.Count == 0 ? ExitCode.Done : ExitCode.FoundWrong;
        }
        catch (Exception refused) when (refused is StartupRefusedException or StoreRefusedException)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.FoundWrong;
        }
    }
}
