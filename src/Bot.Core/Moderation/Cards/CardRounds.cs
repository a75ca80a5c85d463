using System.Collections.Concurrent;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Cards;

/// <summary>
/// Brings what moderators' channels show to what waits, round by round: a card for each thing, edited in place, and a reminder a day. What is compared is what is shown with what
/// should be, so that nothing is lost over a restart. No community holds up another.
/// </summary>
public sealed class CardRounds(
    ICards cards,
    CardSender sender,
    CardTroubles troubles,
    Shelf shelf,
    StoryKeeper keeper,
    ButtonIds buttons,
    ISeal seal,
    IEnumerable<IPlatform> platforms,
    TimeProvider time,
    NoteFault note
)
{
    /// <summary>So many steps of one community in a round.</summary>
    private const int OfOne = 5;

    /// <summary>So many communities at once.</summary>
    private const int AtOnce = 8;

    /// <summary>Where nothing happened it is looked no more often: something fell due, or another replica died over it.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<CommunityId, Looked> looked = new();

    public async Task Go(CancellationToken cancellation)
    {
        var known = await cards.All(cancellation);
        troubles.Take(known);
        var byCommunity = known.ToLookup(card => card.Community);
        await Parallel.ForEachAsync(
            shelf.WithCards.Union(byCommunity.Select(group => group.Key)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (community, stop) =>
            {
                try
                {
                    await Look(community, [.. byCommunity[community]], stop);
                }
                catch (Exception fault) when (!stop.IsCancellationRequested)
                {
                    note(fault, "showing moderators what waits");
                }
            }
        );
    }

    private async Task Look(CommunityId community, IReadOnlyList<Card> known, CancellationToken cancellation)
    {
        var (upTo, now) = (keeper.Position, time.GetUtcNow());
        if (
            platforms.FirstOrDefault(platform => platform.Serves(community)) is not { } platform
            || shelf.Story(shelf.Now, community) is not { } story
        )
        {
            return;
        }

        var (queue, channel) = (shelf.Queue(community, story.Story.Slug), shelf.Settings(community).Cards);
        var look = new Looked(story, queue, channel, now);
        if (looked.TryGetValue(community, out var last) && last.SawAll(look))
        {
            return;
        }

        var faces = new CardFaces(community, story, shelf, platform.Naming, buttons, seal, upTo);
        var steps = new CardPlan(faces, channel, known, now).Steps().Take(OfOne + 1).ToList();
        foreach (var step in steps.Take(OfOne))
        {
            if (!await sender.Do(platform, step, face => faces.Mark(face.Reply), cancellation))
            {
                break;
            }
        }

        looked[community] = steps.Count > OfOne ? look with { At = DateTimeOffset.MinValue } : look;
    }

    private sealed record Looked(StorySnapshot Story, Backlog Queue, PlaceId? Channel, DateTimeOffset At)
    {
        public bool SawAll(Looked next) =>
            ReferenceEquals(Story, next.Story)
            && ReferenceEquals(Queue, next.Queue)
            && Channel == next.Channel
            && next.At < At + BetweenLooks;
    }
}
