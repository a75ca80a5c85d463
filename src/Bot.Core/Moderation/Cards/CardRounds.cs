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

    /// <summary>What was seen of those in which nothing was left to do.</summary>
    private readonly ConcurrentDictionary<CommunityId, Looked> looked = new();

    private DateTimeOffset nextLook;
    private volatile bool didSomething;

    public async Task Go(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now >= nextLook)
        {
            looked.Clear();
            (nextLook, didSomething) = (now + BetweenLooks, true);
        }

        if (!didSomething && shelf.WithCards.Union(looked.Keys).All(community => See(community) is not { } look || WasSeen(look)))
        {
            return;
        }

        var known = await cards.All(cancellation);
        didSomething = false;
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
        if (See(community) is not { } look || WasSeen(look))
        {
            return;
        }

        looked.TryRemove(community, out _);
        var faces = new CardFaces(community, look.Story, look.Queue, shelf, look.Platform.Naming, buttons, seal, upTo);
        var steps = new CardPlan(faces, look.Channel, known, now).Steps().Take(OfOne + 1).ToList();
        didSomething |= steps.Count > 0;
        foreach (var step in steps.Take(OfOne))
        {
            if (!await sender.Do(look.Platform, step, cancellation))
            {
                break;
            }
        }

        if (steps.Count <= OfOne)
        {
            looked[community] = look;
        }
    }

    /// <summary>All that what is to be done depends on, but time; null where nothing can be done.</summary>
    private Looked? See(CommunityId community) =>
        platforms.FirstOrDefault(platform => platform.Serves(community)) is { } platform && shelf.Story(shelf.Now, community) is { } story
            ? new Looked(community, platform, story, shelf.Queue(community, story.Story.Slug), shelf.Settings(community).Cards)
            : null;

    private bool WasSeen(Looked look) =>
        looked.TryGetValue(look.Community, out var last)
        && ReferenceEquals(last.Story, look.Story)
        && ReferenceEquals(last.Queue, look.Queue)
        && last.Channel == look.Channel;

    private sealed record Looked(CommunityId Community, IPlatform Platform, StorySnapshot Story, Backlog Queue, PlaceId? Channel);
}
