using Bot.Core.Communities;
using Bot.Slack.Api;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Installs;

/// <summary>
/// The tokens of the workspaces that installed the app. One that expires is renewed in time, by one replica at a time
/// (<see href="https://docs.slack.dev/authentication/using-token-rotation"/>).
/// </summary>
/// <param name="client">The app's id and secret.</param>
internal sealed partial class WorkspaceTokens(
    IInstallations installations,
    TokenSeal seal,
    SlackAppApi app,
    Credential client,
    TimeProvider time,
    ILogger<WorkspaceTokens> logger
) : IBotTokens
{
    public const string NotInstalled = "not_installed";

    private const string NotInstalledWords =
        "Dateline is not installed in this workspace, or not any more: one of its admins can install it.";
    private const string UnreadableWords =
        "What this workspace handed over when it installed Dateline cannot be read any more, since the keys to it are lost: one of its admins has to install it again.";

    /// <summary>How long a renewal may take before somebody else tries.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public async ValueTask<Outcome<Credential>> Find(CommunityId workspace, CancellationToken cancellation)
    {
        if (await installations.Find(workspace, cancellation) is not { } installation)
        {
            return Missing(NotInstalledWords);
        }

        if (seal.Unseal(installation.Content) is not { } token)
        {
            return Missing(UnreadableWords);
        }

        return token.RefreshAt > time.GetUtcNow() || token.RefreshAt is null
            ? new Outcome<Credential>.Done(token.Credential)
            : await Renew(installation, token, cancellation);
    }

    public async ValueTask<Credential?> Renewed(CommunityId workspace, Credential expired, CancellationToken cancellation)
    {
        if (await installations.Find(workspace, cancellation) is not { } installation || seal.Unseal(installation.Content) is not { } token)
        {
            return null;
        }

        if (token.Credential != expired)
        {
            return token.Credential;
        }

        return
            token.RefreshToken is not null
            && await Renew(installation, token with { ExpiresAt = time.GetUtcNow() }, cancellation)
                is Outcome<Credential>.Done { Value: var renewed }
            ? renewed
            : null;
    }

    /// <summary>As long as the old one holds, a renewal that does not come about holds up nothing.</summary>
    private async Task<Outcome<Credential>> Renew(Installation installation, StoredToken token, CancellationToken cancellation)
    {
        var holds = token.ExpiresAt > time.GetUtcNow() ? new Outcome<Credential>.Done(token.Credential) : null;
        if (!await installations.BeginRenewal(installation, Turn, cancellation))
        {
            return holds ?? await Elsewhere(installation, cancellation);
        }

        var renewed = await app.Renew(client, token.RefreshToken!, cancellation);
        if (
            renewed is Outcome<OAuthAccess>.Done { Value: var access }
            && StoredToken.Of(access, time.GetUtcNow()) is { RefreshToken: not null } next
        )
        {
            // What Slack has given must be kept, whoever gives up now.
            await installations.Renew(installation, seal.Seal(next), CancellationToken.None);
            return new Outcome<Credential>.Done(next.Credential);
        }

        var why = (renewed as Outcome<OAuthAccess>.NotDone)?.Why ?? new Failure.Unknown("Slack renewed the token, and did not give it.");
        Log.NotRenewed(logger, installation.Community, why.Sentence);
        return holds ?? (Outcome<Credential>)new Outcome<Credential>.NotDone(Told(why));
    }

    /// <summary>Somebody else renews it at this moment.</summary>
    private async Task<Outcome<Credential>> Elsewhere(Installation old, CancellationToken cancellation)
    {
        for (var end = time.GetUtcNow() + Turn; time.GetUtcNow() < end; )
        {
            await Task.Delay(Look, time, cancellation);
            if (await installations.Find(old.Community, cancellation) is not { } now)
            {
                return Missing(NotInstalledWords);
            }

            if (now.Version != old.Version || now.At != old.At)
            {
                return seal.Unseal(now.Content) is { } token ? new Outcome<Credential>.Done(token.Credential) : Missing(UnreadableWords);
            }
        }

        return new Outcome<Credential>.NotDone(
            new Failure.Unreachable("The token of this workspace is being renewed: try again in a minute.")
        );
    }

    /// <summary>Whatever became of the renewal, of what the token was wanted for nothing was done.</summary>
    private static Failure Told(Failure why) => why is Failure.Unknown ? new Failure.Unreachable(why.Sentence) : why;

    private static Outcome<Credential>.NotDone Missing(string sentence) =>
        new(new Failure.Refused(0, NotInstalled, sentence) { Unread = true });

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The token of {Workspace} could not be renewed. {Sentence}")]
        public static partial void NotRenewed(ILogger logger, CommunityId workspace, string sentence);
    }
}
