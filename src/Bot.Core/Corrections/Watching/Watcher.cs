using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Corrections.Watching;

/// <summary>The button below a private answer by which somebody is told once when it changes.</summary>
public sealed class Watcher(Shelf shelf, ButtonIds buttons, IPeople people, IWatches watches, TimeProvider time)
{
    /// <summary>Null where there is nothing to be told of, or no community that it could be kept for.</summary>
    public ReplyButton? Offer(Reply reply, StorySlug? story, CommunityId community) =>
        community != CommunityId.Base && story is { } slug && Posting.Shareable(reply) is { Count: > 0 } facts
            ? new ReplyButton(WatchWords.Offer, buttons.Watch(community, slug, facts))
            : null;

    /// <param name="delivery">What brought it.</param>
    /// <returns>What is told to whoever pressed.</returns>
    public async Task<string> Add(
        Pressed.Watch pressed,
        CommunityId community,
        UserId by,
        DeliveryId delivery,
        CancellationToken cancellation
    )
    {
        if (shelf.Story(shelf.Now, community) is not { } story || story.Story.Slug.Handle != pressed.Facts.Story)
        {
            return ButtonWords.AnotherStory;
        }

        var facts =
            from named in pressed.Facts.Facts
            let fact = story.Book.WithHandle(named.Handle)
            where fact is not null
            select new ShownFact(fact.Value, named.Revision);
        var watch = new Watch
        {
            Community = community,
            Delivery = delivery,
            Person = await people.Key(community, by, cancellation),
            Story = story.Story.Slug,
            Facts = [.. facts.DistinctBy(shown => shown.Fact).OrderBy(shown => shown.Fact)],
            At = time.GetUtcNow(),
        };
        return watch.Facts.Count == 0 ? ButtonWords.NothingLeft
            : await watches.Add(watch, cancellation) ? WatchWords.Noted
            : WatchWords.TooMany;
    }
}
