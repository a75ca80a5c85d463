using Bot.Core.Communities;
using Bot.Slack.Api;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Installs;

/// <summary>Finishes an installation: gets the workspace's token from Slack, keeps it sealed, and tells whoever installed the app what to do next, once.</summary>
/// <param name="client">The app's id and secret.</param>
internal sealed partial class Installer(
    SlackAppApi app,
    ISlackApi slack,
    Credential client,
    IInstallations installations,
    ICommunities communities,
    TokenSeal seal,
    InstallWords words,
    TimeProvider time,
    ILogger<Installer> logger
)
{
    /// <param name="redirectUri">As it was given to Slack at the beginning.</param>
    /// <param name="cancellation">Calls off the telling alone.</param>
    public async Task<Finished> Finish(string code, string redirectUri, CancellationToken cancellation)
    {
        // A code works once, and what Slack gives for it must be kept, whoever gives up now.
        var asked = await app.Access(client, code, redirectUri, CancellationToken.None);
        if (asked is not Outcome<OAuthAccess>.Done { Value: var access })
        {
            return new Finished.Not(((Outcome<OAuthAccess>.NotDone)asked).Why.Sentence);
        }

        if (StoredToken.Of(access, time.GetUtcNow()) is not { } token)
        {
            return new Finished.Not(
                "Slack gave no token for the bot: the app must ask for bot scopes, as the manifest that `manifest slack` writes."
            );
        }

        if (access.IsEnterpriseInstall || access.Team is not { } team)
        {
            // What is not served is not held either.
            await app.Revoke(token.Credential, CancellationToken.None);
            return new Finished.Not(InstallWords.Enterprise);
        }

        var workspace = SlackCommunity.Of(team.Id);
        var isNew = await installations.Find(workspace, CancellationToken.None) is null;
        await communities.Seen(workspace, CancellationToken.None);
        await installations.Install(workspace, seal.Seal(token), CancellationToken.None);
        Log.Installed(logger, workspace);
        if (isNew && access.AuthedUser?.Id is { } installer)
        {
            await Tell(workspace, installer, cancellation);
        }

        return new Finished.Done(team.Name ?? team.Id);
    }

    private async Task Tell(CommunityId workspace, string installer, CancellationToken cancellation)
    {
        var message = new MessageCreate(installer, new MessageBody(words.Next, []));
        if (await slack.Post(workspace, message, cancellation, InstallWords.Patience) is Outcome<PostedMessage>.NotDone failed)
        {
            Log.NotTold(logger, workspace, failed.Why.Sentence);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Workspace} installed the app.")]
        public static partial void Installed(ILogger logger, CommunityId workspace);

        [LoggerMessage(LogLevel.Warning, "Whoever installed the app in {Workspace} could not be told what to do next. {Sentence}")]
        public static partial void NotTold(ILogger logger, CommunityId workspace, string sentence);
    }
}

/// <summary>What became of an installation. Closed.</summary>
internal abstract record Finished
{
    private Finished() { }

    /// <param name="Workspace">Its name.</param>
    public sealed record Done(string Workspace) : Finished;

    public sealed record Not(string Sentence) : Finished;
}
