using Bot.Core.Conversation;
using Bot.Core.Delivery.Sharing;
using Bot.Core.Digests;
using Bot.Core.Journal;

namespace Bot.Core.Corrections;

/// <summary>What a post shows from now on: its facts as they stand today, what is left out of it and why, and when it was corrected. The same each time it is made of the same.</summary>
internal sealed class Recomposer(Desk desk, ShelfState state, StorySnapshot story, TrackedPost post, DateOnly today)
{
    private readonly PostedFacts facts = new(story, post.Receipt.Facts);

    public Reply Reply()
    {
        // An edition may have made one of two that it showed.
        var once = post.Receipt.Facts.DistinctBy(shown => facts.Present(shown.Fact)).ToList();
        var given = once.Where(shown => facts.Should(shown.Fact) > 0).ToList();
        var again =
            post.Receipt.Digest is { } digest ? new PostedDigest(story, today, facts).Of(digest, once)
            : given.Count == 0 ? null
            : (Reply?)(desk.Handle(Command(given), state, post.Receipt.Story, post.Receipt.Community) as ShownAgain);
        var missing = Missing().ToList();
        return again is null
            ? new Notice
            {
                Headline = missing.All(each => each.IsChecked) ? CorrectionWords.AllBeingChecked : CorrectionWords.NothingLeft,
                Parts = [.. missing.Where(each => !each.IsChecked).Select(Line)],
                Foot = Foot(null),
            }
            : again with
            {
                Headline = NoteName.Is(post.Receipt.Delivery) ? CorrectionWords.OfNote : again.Headline,
                Parts = again is Digest ? [.. missing.Select(Line), .. again.Parts] : [.. again.Parts, .. missing.Select(Line)],
                Foot = Foot(again.Foot),
            };
    }

    private Command.ShowAgain Command(IEnumerable<Delivery.ShownFact> given) =>
        new(story.Story.Slug.Handle, [.. given.Select(shown => new HandledFact(facts.Present(shown.Fact).Handle, shown.Revision))]);

    /// <summary>The reasons why facts of the post are not given, and of how many.</summary>
    private IEnumerable<(string Why, bool IsChecked, int Count)> Missing() =>
        post
            .Receipt.Facts.Select(shown => (shown.Fact, State: facts.Should(shown.Fact)))
            .Where(shown => shown.State <= 0)
            .Select(shown => (IsChecked: shown.State == SeenFact.BeingChecked, story.Book.Find(shown.Fact)?.Ended))
            .GroupBy(shown => (Why: CorrectionWords.Why(shown.Ended, shown.IsChecked), shown.IsChecked))
            .Select(group => (group.Key.Why, group.Key.IsChecked, group.Count()));

    private static Hint Line((string Why, bool IsChecked, int Count) missing) => new(CorrectionWords.Missing(missing.Count, missing.Why));

    private string? Foot(string? ofFacts)
    {
        var changed = post
            .Receipt.Facts.Select(shown => (shown.Fact, Tier: facts.Between(shown.Fact, shown.Revision, facts.Should(shown.Fact))))
            .Where(shown => shown.Tier > Tier.None)
            .ToList();
        var last = changed.Select(shown => facts.LastChange(shown.Fact)?.At).Max();
        string?[] sentences =
        [
            ofFacts,
            post.Receipt.Asker is null ? null : SharingWords.Foot,
            last is { } at ? CorrectionWords.Foot(changed.Max(shown => shown.Tier), at) : null,
        ];
        return string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } foot ? foot : null;
    }
}
