using System.CommandLine;
using Bot.Core.Communities;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>forget</c>: takes away who stands behind a key; what they changed stays, by nobody.</summary>
internal sealed class ForgetVerb : Command
{
    private readonly Surroundings around;
    private readonly Argument<string> user = new("user") { Description = "The platform's id of the person.", HelpName = "USER" };
    private readonly Option<string?> community = new("--community")
    {
        Description = "Only there, as in discord:123; else in all communities.",
        HelpName = "C",
    };

    public ForgetVerb(Surroundings around)
        : base("forget", "Forget a person: what they changed stays, and nobody can tell any more who it was.")
    {
        this.around = around;
        Add(user);
        Add(community);
        SetAction(
            (parsed, cancellation) =>
                StoreVerb.Use(around, store => Forget(store, parsed.GetRequiredValue(user), parsed.GetValue(community), cancellation))
        );
    }

    private async Task<int> Forget(Store store, string person, string? where, CancellationToken cancellation)
    {
        var known = await store.People.Forget(
            new UserId(person),
            where is null ? (CommunityId?)null : new CommunityId(where),
            cancellation
        );
        if (!known)
        {
            around.Error.WriteLine(where is null ? "Nobody of that id is known." : $"Nobody of that id is known in '{where}'.");
            return ExitCode.FoundWrong;
        }

        around.Out.WriteLine(where is null ? "Forgotten in all communities." : $"Forgotten in '{where}'.");
        if (await store.CleanUp(cancellation) is { } left)
        {
            around.Error.WriteLine(left);
        }

        around.Out.WriteLine("Backups that were taken before still know; restored beside this store, they forget as well.");
        return ExitCode.Done;
    }
}
