using Bot.Slack.Api;
using Bot.Wire;

namespace Bot.Slack.Asking;

/// <summary>Whether somebody may do something. Closed.</summary>
internal abstract record May
{
    private May() { }

    public sealed record Yes : May;

    public sealed record No : May;

    /// <summary>Slack could not be asked.</summary>
    public sealed record Unknown(string Why) : May;
}

/// <summary>Who may set the bot up in a workspace: its admins and owners. Asked at every choice, for who was one may not be any more.</summary>
/// <param name="api">Null where the service has no token.</param>
internal sealed class Admins(ISlackApi? api = null)
{
    public const string NoToken = "The service runs without the bot\u2019s token, so that Slack does not tell it who is one.";

    public async Task<May> May(Asker asker, CancellationToken cancellation) =>
        api is null
            ? new May.Unknown(NoToken)
            : await api.Member(asker.Community, asker.User, cancellation) switch
            {
                Outcome<Member>.Done { Value: { IsAdmin: true, IsOutsider: false } } => new May.Yes(),
                Outcome<Member>.NotDone { Why: var why } => new May.Unknown(why.Sentence),
                _ => new May.No(),
            };
}
