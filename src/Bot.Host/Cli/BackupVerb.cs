using System.CommandLine;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>backup</c>: copies the store into one file while the service goes on, and checks the copy.</summary>
internal sealed class BackupVerb : Command
{
    private readonly Surroundings around;
    private readonly Argument<string> file = new("file") { Description = "The file to write; it must not be there.", HelpName = "FILE" };

    public BackupVerb(Surroundings around)
        : base("backup", "Copy the store into one file, while the service goes on, and check it by opening it.")
    {
        this.around = around;
        Add(file);
        SetAction((parsed, cancellation) => StoreVerb.Use(around, store => BackUp(store, parsed.GetRequiredValue(file), cancellation)));
    }

    private async Task<int> BackUp(Store store, string path, CancellationToken cancellation)
    {
        var target = around.Paths.FromCommandLine(path);
        var taken = await store.BackUp(target, cancellation);
        around.Out.WriteLine(
            $"Wrote '{target}': {taken.Events} events up to position {taken.Position}, and all of them hold; {taken.Rows.Values.Sum()} rows in {taken.Rows.Count} tables."
        );
        around.Out.WriteLine("It holds what the store holds, keys and people too: keep it where only you can read it.");
        return ExitCode.Done;
    }
}
