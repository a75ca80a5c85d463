using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>Questions without a word of content, about the story's main deed: "why did they do it?", "when?", "what happened after?"</summary>
internal static class Bare
{
    /// <summary>How like the small words of a phrase must be to those of the question.</summary>
    private const float Alike = 0.6f;

    public static Draft? Apply(Case found)
    {
        var question = found.Question;
        var bare =
            question.Terms.Count == 0
                ? question.Slot is not null
                : question.Slot is Slot.Cause
                    && (question.Terms.All(term => Overview.IsWhatItIsAbout(found, term)) || IsMainDeedByAnotherName(found));
        if (!bare || found.Book.Facts.Count == 0)
        {
            return null;
        }

        if (Phrase(found) is { } view)
        {
            return view.Of == ViewOf.Gap ? KnownGaps.Of(found, found.Book.Story.Absent[view.Target]) : Of(found, [found.At(view.Target)]);
        }

        var card = Overview.Card(found);
        return card.Count == 0 ? null : Of(found, [card[0][0]]);
    }

    /// <summary>"Why did they kick them out": nobody is named, no fact has that word, and what was done was that somebody was shut out.</summary>
    private static bool IsMainDeedByAnotherName(Case found) =>
        found.Question is { Terms: [var deed], Mentions: [] }
        && found.Question.HasPair((before, word) => before is "did" && word is "they" or "he" or "she" or "it")
        && deed.Means("suspend", "end", "dismiss", "forbid", "leave", "evict")
        && !(found.Top?.Score >= Thresholds.Answers)
        && found.Book.Story.Card is [[var first, ..], ..]
        && found.Find(first)?.Fact.Kind is FactKind.Suspension;

    /// <summary>"What happened after?": our sources end somewhere, and that is said.</summary>
    public static Draft? Later(Case found)
    {
        var question = found.Question;
        if (
            !question.Asks("later")
            || (question.Doer is not null && question.Means("say"))
            || question.Terms.Any(term => term.Entity is null && term.Weight >= 0.75f)
            || found.Book.Facts.Count == 0
        )
        {
            return null;
        }

        var open = found
            .All()
            .Where(fact => fact.Fact is { Holds: Holding.Ongoing } or { Kind: FactKind.Outlook })
            .OrderBy(fact => fact.Fact.Kind is FactKind.Background ? 0 : 1)
            .Take(2);
        return Draft.Abstained(AbstentionReason.NotInSources, new Shape.NothingLater(found.LastDay), [.. open], 0.2);
    }

    private static Draft Of(Case found, IReadOnlyList<Found> facts) =>
        MissingSlot.Of(found, facts) ?? Draft.Answered(new Shape.Direct(), facts, 0.5);

    /// <summary>A way of asking that has no word of content either, asks for the same sort of thing and is worded alike.</summary>
    private static View? Phrase(Case found)
    {
        var index = found.Story.Index;
        var asking = new Asking();
        asking.Read(found.Question);
        (View? View, float Alike) best = (null, Alike);
        for (var text = 0; text < index.Facts.Count; text++)
        {
            var view = index.View(text);
            if (
                view.Of is ViewOf.Asked or ViewOf.Gap
                && index.Facts.Words(text).Length == 0
                && view.Slot == found.Question.Slot!.Value
                && (view.Of is ViewOf.Gap ? found.Holds(found.Book.Story.Absent[view.Target]) : found.Counts(view.Target))
                && asking.Alike(view.Function) is var alike
                && alike > best.Alike
            )
            {
                best = (view, alike);
            }
        }

        return best.View;
    }
}
