using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation.Moderating;

/// <summary>Makes a link by which one person opens the desk of a community's moderators in a browser, once.</summary>
/// <returns>Null where nobody said under which address this service is reached.</returns>
public delegate ValueTask<DeskLink?> OpenDesk(CommunityId community, UserId user, CancellationToken cancellation);

/// <summary>A link by which one moderator gets to the desk, once.</summary>
/// <param name="Within">How long it can be used.</param>
public sealed record DeskLink(Uri Address, TimeSpan Within);

/// <summary><c>/fact console</c>: the link, for whoever asked alone.</summary>
internal static class DeskLinks
{
    public static Reply Of(DeskLink? link) =>
        link is null
            ? new Refusal { Headline = ModeratorWords.NoAddress }
            : new Notice
            {
                Headline = ModeratorWords.YourLink(link.Within),
                Parts = [new WebLink(ModeratorWords.OpenTheDesk, link.Address)],
            };
}
