using System.Net;
using Bot.Core.Communities;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Slack.Api;
using Bot.Slack.Installs;
using Bot.Slack.Tests.Api;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.Installs;

/// <summary>A service that workspaces install by themselves, on a fake clock, before a Slack that answers by script; and a browser.</summary>
internal sealed class InstallSide : IDisposable
{
    public const string BaseUrl = "https://bot.example.org";

    private static readonly Credential Client = Credential.Client("1234.5678", "client-secret");

    private readonly EphemeralDataProtectionProvider protection = new();
    private readonly Dictionary<string, string> cookies = [];

    public InstallSide(Func<ScriptedSlack.Sent, HttpResponseMessage> script)
    {
        Slack = new ScriptedSlack(script);
        Installations = new InMemoryInstallations(Slack.Time);
        Communities = new InMemoryCommunities(
            Slack.Time,
            new InMemoryJournal(Slack.Time),
            new InMemoryPeople(bytes => bytes.Clear()),
            new InMemorySignInLinks(bytes => bytes.Clear(), Slack.Time),
            new InMemoryReceipts(),
            Installations,
            new InMemoryDigests(),
            new InMemoryWatches(),
            new InMemoryCards()
        );
        Seal = new TokenSeal(protection);
        App = new SlackAppApi(Slack.Client);
        Tokens = OtherReplica();
        Api = new SlackApi(Slack.Client, Tokens, Slack.Time);
        var words = new InstallWords("/dateline");
        Endpoints = new InstallEndpoints(
            Slack.Client,
            new Installer(App, Api, Client, Installations, Communities, Seal, words, Slack.Time, NullLogger<Installer>.Instance),
            new InstallState(protection, new Random(7).NextBytes, Slack.Time),
            words,
            Show,
            "1234.5678",
            BaseUrl + "/"
        );
    }

    public ScriptedSlack Slack { get; }
    public InMemoryInstallations Installations { get; }
    public InMemoryCommunities Communities { get; }
    public TokenSeal Seal { get; }
    public SlackAppApi App { get; }
    public WorkspaceTokens Tokens { get; }
    public SlackApi Api { get; }
    public InstallEndpoints Endpoints { get; }
    public DropTokens Drop => new Removal(Installations).Drop;

    /// <summary>The page that was shown last.</summary>
    public (string Title, string Sentence, int Status) Shown { get; private set; }

    /// <summary>When the browser closes.</summary>
    public CancellationToken Closed { get; init; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public WorkspaceTokens OtherReplica() => new(Installations, Seal, App, Client, Slack.Time, NullLogger<WorkspaceTokens>.Instance);

    /// <summary>The browser follows the link; what it is led to is given.</summary>
    public async Task<Uri> Begin()
    {
        var context = new DefaultHttpContext();
        await Endpoints.Begin(context);
        Keep(context);
        context.Response.StatusCode.ShouldBe((int)HttpStatusCode.Found);
        return new Uri(context.Response.Headers.Location.ToString());
    }

    public async Task<(string Title, string Sentence, int Status)> ComeBack(
        string? state,
        string more = "code=c0de",
        bool sameBrowser = true
    )
    {
        var context = new DefaultHttpContext { RequestAborted = Closed };
        context.Request.QueryString = new QueryString($"?{more}{(state is null ? "" : $"&state={Uri.EscapeDataString(state)}")}");
        if (sameBrowser)
        {
            context.Request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        }

        Shown = default;
        var done = Endpoints.Finish(context);
        await Slack.Run(Done(done));
        Keep(context);
        return Shown;
    }

    /// <summary>The whole way, as somebody goes it who installs the app.</summary>
    public async Task<(string Title, string Sentence, int Status)> Install()
    {
        var led = await Begin();
        return await ComeBack(QueryHelpers.ParseQuery(led.Query)["state"]);
    }

    public async Task<StoredToken?> Token(CommunityId workspace) =>
        await Installations.Find(workspace, Cancellation) is { } installation ? Seal.Unseal(installation.Content) : null;

    public void Dispose() => Slack.Dispose();

    private static async Task<int> Done(Task task)
    {
        await task;
        return 0;
    }

    private Task Show(HttpContext context, string title, string sentence, int status)
    {
        Shown = (title, sentence, status);
        return Task.CompletedTask;
    }

    private void Keep(HttpContext context)
    {
        foreach (var set in context.Response.Headers.SetCookie)
        {
            var (name, value) = (set![..set!.IndexOf('=')], set[(set.IndexOf('=') + 1)..set.IndexOf(';')]);
            set.ShouldContain("httponly");
            set.ShouldContain("secure");
            set.ShouldContain("samesite=lax");
            if (value.Length == 0)
            {
                cookies.Remove(name);
            }
            else
            {
                cookies[name] = value;
            }
        }
    }
}
