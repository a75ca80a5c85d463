using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Delivery.Sharing;

/// <summary>Somebody pressed the button that shares.</summary>
/// <param name="Delivery">What brought it.</param>
/// <param name="Place">The channel it was pressed in.</param>
/// <param name="Story">See <see cref="Sharer.Again"/>.</param>
public sealed record ShareRequest(CommunityId Community, DeliveryId Delivery, PlaceId Place, UserId By, StorySlug? Story)
{
    /// <summary>See <see cref="OutgoingPost.ReplyTo"/>.</summary>
    public PostId? ReplyTo { get; init; }
}

/// <summary>The button under a private answer that shows its facts to everybody in the channel, as they stand when it is pressed. Where it may be done the platform says.</summary>
public sealed class Sharer(Desk desk, Shelf shelf, ButtonIds buttons, Poster poster)
{
    /// <summary>Null where there is nothing that could be shared.</summary>
    public ReplyButton? Offer(Reply reply, StorySlug? story, CommunityId community)
    {
        if (Posting.Shareable(reply) is not { Count: > 0 } facts || story is not { } slug)
        {
            return null;
        }

        var label = facts.Count > ButtonIds.MostFacts ? SharingWords.ShareFirst : SharingWords.Share;
        return new ReplyButton(label, buttons.Share(community, slug, facts));
    }

    /// <summary>What is to be shared, and the story it is of.</summary>
    /// <returns>The reply is a <see cref="ShownAgain"/>; where it is not given any more, what is told to whoever pressed.</returns>
    public (Reply Reply, StorySlug? Story) Again(Pressed.Share pressed, CommunityId community)
    {
        var state = shelf.Now;
        return (desk.Handle(pressed.Facts, state, story: null, community), shelf.Story(state, community)?.Story.Slug);
    }

    /// <returns>What is told to whoever pressed; null where whoever came first with this delivery tells.</returns>
    /// <param name="moment">How the platform shows a moment as seen from now.</param>
    public async Task<string?> Share(
        IPlatform platform,
        ShareRequest request,
        ShownAgain again,
        Func<DateTimeOffset, string> moment,
        CancellationToken cancellation
    )
    {
        var asker = buttons.Asker(request.Community, request.By);
        var posted = await poster.Send(
            platform,
            new OutgoingPost
            {
                Community = request.Community,
                Delivery = request.Delivery,
                Place = request.Place,
                Story = request.Story,
                Reply = again with { Foot = $"{again.Foot} {SharingWords.Foot}".TrimStart() },
                Buttons = [new ReplyButton(SharingWords.Remove, buttons.Remove(request.Community, asker))],
                Asker = asker,
                ReplyTo = request.ReplyTo,
                Spaced = true,
            },
            cancellation
        );
        return Told(posted, again.Changed, moment);
    }

    private static string? Told(Posted posted, bool changed, Func<DateTimeOffset, string> moment) =>
        posted switch
        {
            Posted.Again => null,
            Posted.TooSoon soon => SharingWords.TooSoon(soon.Earlier, moment),
            Posted.Now { Sent: Sent.Arrived } => changed ? $"{SharingWords.Shared} {SharingWords.ChangedSince}" : SharingWords.Shared,
            Posted.Now { Sent: Sent.Refused refused } => SharingWords.NotShared(refused.Why.Sentence),
            Posted.Now { Sent: Sent.Unknown unknown } => SharingWords.PerhapsShared(unknown.Sentence),
            _ => throw new UnreachableException(),
        };
}
