using System.Text.Json.Serialization.Metadata;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>What the app asks as itself, and what is asked with a token that is not yet, or no longer, that of a workspace.</summary>
internal sealed class SlackAppApi(SlackClient client)
{
    private const string ScopesHeader = "x-oauth-scopes";

    /// <summary>Whose a bot's token is, and what it may do.</summary>
    public async Task<Outcome<AuthTest>> Test(Credential bot, CancellationToken cancellation)
    {
        var call = new Call("auth.test");
        return (await client.Send(call, bot, cancellation)).Then(answered =>
            Answer
                .Read(answered, AnswerJson.Default.AuthTest, call.Method)
                .Then<AuthTest>(test => new Outcome<AuthTest>.Done(test with { Scopes = Scopes(answered) }))
        );
    }

    /// <summary>An address for one connection, to be used at once and never shown.</summary>
    /// <param name="app">The app-level token.</param>
    public Task<Outcome<SocketAnswer>> OpenSocket(Credential app, CancellationToken cancellation) =>
        Ask(new Call("apps.connections.open"), app, AnswerJson.Default.SocketAnswer, cancellation);

    /// <summary>Finishes an installation. A code works once, so that it is sent once.</summary>
    /// <param name="app">The app's id and secret.</param>
    public Task<Outcome<OAuthAccess>> Access(Credential app, string code, string redirectUri, CancellationToken cancellation) =>
        Ask(
            new Call("oauth.v2.access") { Repeatable = false }
                .With("code", code)
                .With("redirect_uri", redirectUri),
            app,
            AnswerJson.Default.OAuthAccess,
            cancellation
        );

    /// <summary>A new token for one that expires. The old one holds for a little while, so that it may be asked again.</summary>
    public Task<Outcome<OAuthAccess>> Renew(Credential app, string refreshToken, CancellationToken cancellation) =>
        Ask(
            new Call("oauth.v2.access").With("grant_type", "refresh_token").With("refresh_token", refreshToken),
            app,
            AnswerJson.Default.OAuthAccess,
            cancellation
        );

    /// <summary>A token is not to be taken any more.</summary>
    public async Task<Outcome<NoContent>> Revoke(Credential bot, CancellationToken cancellation) =>
        (await client.Send(new Call("auth.revoke"), bot, cancellation)).Then<NoContent>(_ => new Outcome<NoContent>.Done(default));

    private async Task<Outcome<T>> Ask<T>(Call call, Credential credential, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        (await client.Send(call, credential, cancellation)).Then(answered => Answer.Read(answered, type, call.Method));

    private static string[]? Scopes(Exchanged.Answered answered) =>
        answered.Headers.TryGetValues(ScopesHeader, out var values)
            ? string.Join(',', values).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : null;
}
