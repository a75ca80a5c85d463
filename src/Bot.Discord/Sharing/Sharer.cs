using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Discord.Interactions;
using Bot.Discord.Posts;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Sharing;

/// <summary>The button under a private answer that shows its facts to everybody in the channel, as they stand when it is pressed.</summary>
/// <param name="poster">Null where the service has no token.</param>
internal sealed class Sharer(Desk desk, Shelf shelf, ButtonIds buttons, Poster? poster = null)
{
    /// <summary>Null where there is nothing that could be shared, or nobody to share it with.</summary>
    public Button? Offer(Reply reply, StorySlug? story, Interaction interaction, CommunityId community)
    {
        if (
            !SharePlace.IsOffered(interaction, shelf.Settings(community))
            || Posting.Shareable(reply) is not { Count: > 0 } facts
            || story is not { } slug
        )
        {
            return null;
        }

        var label = facts.Count > ButtonIds.MostFacts ? SharingWords.ShareFirst : SharingWords.Share;
        return new Button(label, buttons.Share(community, slug, facts));
    }

    public Handled Share(Pressed.Share pressed, Interaction interaction, CommunityId community)
    {
        if (SharePlace.Obstacle(interaction, shelf.Settings(community)) is { } obstacle)
        {
            return Handled.Notice(obstacle);
        }

        var state = shelf.Now;
        var reply = desk.Handle(pressed.Facts, state, story: null, community);
        return reply is not ShownAgain again ? new Handled(InteractionResponse.Privately(Renderer.Render(reply)))
            : poster is null || interaction.By is not { } by || shelf.Story(state, community) is not { } story
                ? Handled.Notice(SharingWords.NoToken)
            : Handled.Later(async cancellation =>
            {
                var shown = again with { Foot = $"{again.Foot} {SharingWords.Foot}".TrimStart() };
                var asker = buttons.Asker(community, new UserId($"{by.Id}"));
                var sent = await poster.Send(
                    new Post
                    {
                        Community = community,
                        Delivery = new DeliveryId($"{interaction.Id}"),
                        Channel = interaction.ChannelId!.Value,
                        Story = story.Story.Slug,
                        Reply = shown,
                        Message = Renderer.Render(shown, [new Button(SharingWords.Remove, buttons.Remove(community, asker))]),
                        Spaced = true,
                    },
                    cancellation
                );
                return Told(sent, again.Changed);
            });
    }

    private static Finished? Told(Sent sent, bool changed) =>
        sent switch
        {
            // Whoever came first with this delivery tells what became of it.
            Sent.Again => null,
            Sent.Arrived => Finished.Notice(changed ? $"{SharingWords.Shared} {SharingWords.ChangedSince}" : SharingWords.Shared),
            Sent.TooSoon soon => Finished.Notice(SharingWords.TooSoon(soon.Earlier)),
            Sent.Refused refused => Finished.Notice(SharingWords.NotShared(refused.Why.Sentence)),
            Sent.Unknown unknown => Finished.Notice(SharingWords.PerhapsShared(unknown.Sentence)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
