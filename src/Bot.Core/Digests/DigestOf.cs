using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Conversation.Wording;
using Bot.Core.Corrections;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Digests;

/// <summary>What a digest says, from the story as it is now and from what its readers were told before. The same for every platform.</summary>
public static class DigestOf
{
    /// <summary>After so long without a word it is said that nothing changed: who hears nothing does not know whether the digest still works.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(30);

    /// <summary>How many are told under one heading; how many more there are is said.</summary>
    private const int MostInGroup = 10;

    /// <summary>Null where there is nothing to say.</summary>
    /// <param name="zone">Of the schedule: what is dated in the digest is dated by it.</param>
    public static Digest? Of(StorySnapshot story, Progress progress, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = story.DayOf(now);
        if (progress.Covered is not { } covered || covered.Story != story.Story.Slug)
        {
            return Noted(Baseline(story, today), progress);
        }

        var news = News.Since(story, covered.Position);
        var told = news.Where(item => item is not NewsItem.LeftOut).ToList();
        var since = DigestWords.Moment(WallClock.At(zone, covered.PostedAt));
        Digest? digest =
            story.Story.Closed is { } closed && !covered.IsFinal ? Final(story, today, told, closed)
            : told.Count > 0 ? Changes(story, today, told, since)
            : covered.IsFinal || now - covered.PostedAt < Silence ? null
            : new Digest(DigestKind.Quiet, story.Position) { Headline = DigestWords.Quiet(story.Story.Title, since) };
        return digest is null ? null : Noted(digest, progress);
    }

    /// <summary>The moment of the newest correction of substance that readers were not told of; null for none.</summary>
    public static DateTimeOffset? Corrected(StorySnapshot story, Progress progress) =>
        progress.Covered is { } covered && covered.Story == story.Story.Slug && covered.Position < story.Position
            ? News.Since(story, covered.Position)
                .Where(item => item is NewsItem.Gone or NewsItem.Shown { Group: NewsGroup.Corrected, Weight: Tier.Substance })
                .Select(item => (DateTimeOffset?)item.At)
                .Max()
            : null;

    private static Digest Baseline(StorySnapshot story, DateOnly today)
    {
        var answer = Answerer.Answer(story, AskHandler.CatchMeUp, new AsOf(), today);
        var card = new Composer(story, today).Compose(answer with { Question = "" });
        return new Digest(DigestKind.Baseline, story.Position)
        {
            IsFinal = story.Story.Closed is not null,
            Headline = $"{DigestWords.Begins(story.Story.Title)} {card.Headline}",
            Parts = card.Parts,
            Foot = Foot(card.Foot, story),
        };
    }

    private static Digest Changes(StorySnapshot story, DateOnly today, IReadOnlyList<NewsItem> told, string since) =>
        new(DigestKind.Changes, story.Position)
        {
            News = Shown(told),
            All = All(story, told),
            Headline = $"{DigestWords.Changed(story.Story.Title, since, Counts(told))} {First(story, today, told)}",
            Parts = Parts(story, today, told),
            Foot = Foot(Feet.Of(story.Book, Facts(told), today), story),
        };

    private static Digest Final(StorySnapshot story, DateOnly today, IReadOnlyList<NewsItem> told, DateOnly closed) =>
        new(DigestKind.Final, story.Position)
        {
            IsFinal = true,
            News = Shown(told),
            All = All(story, told),
            Headline = $"{DigestWords.Final(story.Story.Title, closed)}{(told.Count == 0 ? "" : $" {First(story, today, told)}")}",
            Parts = Parts(story, today, told),
            Foot = Feet.Of(story.Book, Facts(told), today),
        };

    /// <summary>Items under their headings.</summary>
    internal static IReadOnlyList<Part> Parts(StorySnapshot story, DateOnly today, IReadOnlyList<NewsItem> told) =>
        [.. Grouped(story, today, told)];

    private static IEnumerable<Part> Grouped(StorySnapshot story, DateOnly today, IReadOnlyList<NewsItem> told)
    {
        var presenter = new Presenter(story, today);
        foreach (var group in told.GroupBy(Group).OrderBy(group => group.Key))
        {
            yield return new Heading(DigestWords.Heading(group.Key));
            foreach (var gone in group.OfType<NewsItem.Gone>())
            {
                yield return new Line(gone.Words);
            }

            var shown = group.OfType<NewsItem.Shown>().OrderByDescending(item => item.Weight).ToList();
            var marks = shown.Where(item => item.Mark is not null).ToDictionary(item => item.Fact, item => item.Mark!);
            foreach (var part in presenter.Parts(shown.Take(MostInGroup).Select(item => item.Revision)))
            {
                yield return Marked.With(part, marks);
            }

            if (shown.Count > MostInGroup)
            {
                yield return new More(shown.Count - MostInGroup, All(story, told));
            }
        }
    }

    /// <summary>The first of them in words: who reads no further has read what matters most.</summary>
    internal static string First(StorySnapshot story, DateOnly today, IReadOnlyList<NewsItem> told) =>
        told.OrderBy(Group).ThenByDescending(Weight).First() switch
        {
            NewsItem.Gone gone => gone.Words,
            NewsItem.Shown shown => $"{DigestWords.Heading(shown.Group)}: {Words(story, today, shown)}",
            _ => "",
        };

    private static string Words(StorySnapshot story, DateOnly today, NewsItem.Shown shown)
    {
        var (presenter, fact) = (new Presenter(story, today), shown.Revision.Fact);
        return fact is Account account
            ? presenter.Statements([.. new[] { fact, story.Book[account.Other] }.OrderBy(side => side.SaidBy ?? DateOnly.MaxValue)], 2)
            : $"{presenter.Attributed(fact)} [{StatusWords.Of(story.Book, fact)}]";
    }

    private static Digest Noted(Digest digest, Progress progress) =>
        progress.Unsure is { } local ? digest with { Parts = [new Hint(DigestWords.Unsure(local)), .. digest.Parts] } : digest;

    private static string? Foot(string? foot, StorySnapshot story) =>
        foot is null ? null : string.Join(' ', [foot, .. Feet.About(story.Story, CommunityId.Local)]);

    /// <summary>The command that shows all that happened since the first of them; null where nothing did.</summary>
    internal static string? All(StorySnapshot story, IReadOnlyList<NewsItem> told) =>
        told.Count == 0 ? null : $"/story changes since:{PartialDate.Of(story.DayOf(told.Min(item => item.At)))}";

    internal static string Counts(IEnumerable<NewsItem> told) =>
        DigestWords.Counts(told.GroupBy(Group).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));

    /// <summary>That something is not given any more is a correction.</summary>
    private static NewsGroup Group(NewsItem item) => (item as NewsItem.Shown)?.Group ?? NewsGroup.Corrected;

    /// <summary>What is not given any more weighs most.</summary>
    private static Tier Weight(NewsItem item) => (item as NewsItem.Shown)?.Weight ?? Tier.Substance;

    internal static IReadOnlySet<FactId> Shown(IEnumerable<NewsItem> told) =>
        told.OfType<NewsItem.Shown>().Select(item => item.Fact).ToHashSet();

    private static IEnumerable<Fact> Facts(IEnumerable<NewsItem> told) => told.OfType<NewsItem.Shown>().Select(item => item.Revision.Fact);
}
