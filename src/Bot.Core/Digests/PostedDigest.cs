using Bot.Core.Conversation;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Digests;

/// <summary>
/// A digest that was posted, as its items stand now: under their headings, and beside each that is another by now, that it is. What it did not show is not shown either, since
/// nobody would correct it.
/// </summary>
internal sealed class PostedDigest(StorySnapshot story, DateOnly today, PostedFacts facts)
{
    private readonly InForce now = new(story, new AsOf());

    /// <summary>Null where nothing is left to be shown.</summary>
    /// <param name="shown">What it showed; no two of them are one fact now.</param>
    public Digest? Of(DigestSpan span, IReadOnlyList<ShownFact> shown)
    {
        var posted = shown.ToDictionary(each => facts.Present(each.Fact), each => each.Revision);
        var items = News.Since(story, span.After, span.UpTo)
            .Where(item => IsTold(item, posted))
            .Select(item => Marked(item, posted))
            .ToList();
        if (span.Kind is DigestKind.Changes or DigestKind.Final)
        {
            items.AddRange(Otherwise(items, posted));
        }

        var parts =
            span.Kind == DigestKind.Baseline
                ? new Presenter(story, today).Parts(InForce(posted.Keys))
                : DigestOf.Parts(story, today, items);
        return parts.Count == 0
            ? null
            : new Digest(span.Kind, span.UpTo)
            {
                News = DigestOf.Shown(items),
                All = DigestOf.All(story, items),
                Headline = Headline(span, items, posted),
                Parts = parts,
                Foot = Feet.Of(story.Book, InForce(posted.Keys).Select(revision => revision.Fact), today),
            };
    }

    /// <summary>What it said of facts that were gone stays; of those that it showed and are gone since, the correction says why.</summary>
    private static bool IsTold(NewsItem item, Dictionary<FactId, int> posted) =>
        item switch
        {
            NewsItem.Shown => posted.ContainsKey(item.Fact),
            NewsItem.Gone => !posted.ContainsKey(item.Fact),
            _ => false,
        };

    private NewsItem Marked(NewsItem item, Dictionary<FactId, int> posted)
    {
        if (
            item is not NewsItem.Shown shown
            || facts.Between(item.Fact, posted[item.Fact], shown.Revision.Number) is not (> Tier.None and var tier)
        )
        {
            return item;
        }

        var since = DigestWords.Since(tier, facts.LastChange(item.Fact)?.Reason ?? "");
        return shown with { Mark = shown.Mark is { } mark ? $"{since}; {mark}" : since };
    }

    /// <summary>What it showed and is no news any more: it is as it was before.</summary>
    private IEnumerable<NewsItem> Otherwise(IReadOnlyList<NewsItem> items, Dictionary<FactId, int> posted)
    {
        var told = ShownFact
            .Of(new Notice { Headline = "", Parts = DigestOf.Parts(story, today, items) })
            .Select(each => each.Fact)
            .ToHashSet();
        return
        [
            .. InForce(posted.Keys.Where(fact => !told.Contains(fact)))
                .Select(revision => new NewsItem.Shown(
                    revision.Fact.Id,
                    facts.LastChange(revision.Fact.Id)?.At ?? story.KeptSince,
                    NewsGroup.Changed,
                    revision,
                    DigestWords.AsBefore
                )),
        ];
    }

    private IEnumerable<Revision> InForce(IEnumerable<FactId> ids) =>
        ids.Select(now.Of).OfType<int>().Select(target => story.Revisions[target]);

    private string Headline(DigestSpan span, IReadOnlyList<NewsItem> items, Dictionary<FactId, int> posted) =>
        span.Kind == DigestKind.Baseline
            ? $"{DigestWords.Begins(story.Story.Title)} {new Presenter(story, today).Statements(InForce(posted.Keys).Select(revision => revision.Fact), most: 1)}"
        : span.Kind == DigestKind.Final && story.Story.Closed is { } closed
            ? $"{DigestWords.Final(story.Story.Title, closed)} {DigestOf.First(story, today, items)}"
        : $"{DigestWords.AsItStands(story.Story.Title, span.Local)} {DigestOf.Counts(items)}. {DigestOf.First(story, today, items)}";
}
