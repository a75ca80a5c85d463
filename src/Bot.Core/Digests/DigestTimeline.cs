using Bot.Core.Conversation;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Digests;

/// <summary>What a digest's picture shows: what is new on the timeline, marked as such, among the latest that stands there.</summary>
internal static class DigestTimeline
{
    /// <summary>More than this nobody reads off a picture in a channel.</summary>
    private const int Most = 12;

    /// <summary>Null where nothing that the digest tells stands on the timeline.</summary>
    public static Timeline? Of(StorySnapshot story, Digest digest, DateOnly today)
    {
        var (now, presenter) = (new InForce(story, new AsOf()), new Presenter(story, today));
        var news = TimelineHandler.On(story, digest.News.Select(now.Of).OfType<int>()).ToList();
        if (digest.Kind == DigestKind.Quiet || (digest.Kind == DigestKind.Changes && news.Count == 0))
        {
            return null;
        }

        var latest = TimelineHandler.On(story, story.Index.Roster.NewestFirst.Where(now.Holds)).Take(Most);
        var shown = news.OrderByDescending(Day)
            .Concat(latest)
            .Distinct()
            .Take(Most)
            .OrderBy(fact => fact.Happened is null)
            .ThenBy(Day)
            .ThenBy(fact => fact.Id)
            .ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var entries = shown.ConvertAll(fact => presenter.Entry(fact, digest.News.Contains(fact.Id)));
        var headline = news.Count > 0 ? DigestWords.NewOnTimeline : DigestWords.LatestOnTimeline;

        // What is new is read out first: not all of a long text is.
        return new Timeline(entries)
        {
            Headline = headline,
            Parts = [TimelineHandler.Picture([.. entries.OrderByDescending(entry => entry.IsNew)])],
            Foot = $"{headline} {Feet.Of(story.Book, shown, today)}".TrimEnd(),
        };
    }

    private static DateOnly? Day(Fact fact) => fact.Happened?.Latest ?? fact.Happened?.Earliest;
}
