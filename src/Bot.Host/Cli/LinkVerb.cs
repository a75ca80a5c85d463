using System.CommandLine;
using Bot.Core.Communities;
using Bot.Host.Moderation;
using Bot.Host.Settings;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>link</c>: a one-time link by which somebody of this machine signs in as a moderator.</summary>
internal sealed class LinkVerb : Command
{
    private readonly Surroundings around;
    private readonly Option<string> name = new("--name")
    {
        Description = "Who signs in: two names are two people.",
        HelpName = "NAME",
        DefaultValueFactory = _ => LocalSignIn.Admin.Value,
    };

    public LinkVerb(Surroundings around)
        : base("link", "Make a link that signs in a moderator of this machine's own community, once.")
    {
        this.around = around;
        Add(name);
        SetAction((parsed, cancellation) => StoreVerb.Use(around, store => Link(store, parsed.GetValue(name)!, cancellation)));
    }

    private async Task<int> Link(Store store, string user, CancellationToken cancellation)
    {
        var listener = LocalSignIn.Listener(VerbSettings.Read(around).Configuration);
        var link = await SignInLink.Make(store.People, store.SignInLinks, new UserId(user), listener, cancellation);
        around.Out.WriteLine(link);
        around.Error.WriteLine($"It works once, within {SignInLink.Lifetime.TotalMinutes:0} minutes, while the service runs.");
        return ExitCode.Done;
    }
}
