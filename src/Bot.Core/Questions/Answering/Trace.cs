using Bot.Core.Journal;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>
/// How an answer came about: the question as it was understood, and the rule that answered. Only when somebody asks is it looked at again and taken
/// apart.
/// </summary>
internal sealed record Trace(StorySnapshot Story, Question Question, string Rule)
{
    /// <summary>So many stand-ins are told of a word.</summary>
    private const int StandIns = 4;

    private StoryIndex Index => Story.Index;

    /// <param name="answer">The answer that came about.</param>
    public IReadOnlyList<ExplanationStep> Steps(Answer answer)
    {
        using var found = new Case(Story, Question);
        return
        [
            .. Understood(found),
            .. NearestFact(found, answer),
            .. NearestGap(found, answer),
            .. NearestSentence(found, answer),
            new ExplanationStep.Decided(Rule, answer.Shape),
            .. Remedies.Of(answer, found).Select(remedy => new ExplanationStep.Advised(remedy)),
        ];
    }

    private IEnumerable<ExplanationStep> Understood(Case found)
    {
        yield return new ExplanationStep.Asked(Question.Slot, Question.YesNo, Question.Subject, Question.AsOf);
        if (Question.LeftOut.Count > 0)
        {
            yield return new ExplanationStep.LeftOut([.. Question.LeftOut.Select(word => word.Normal)]);
        }

        var mended = Question.Words.Where(word => word.Typed is not null).Select(word => (word.Typed!, word.Normal)).ToList();
        if (mended.Count > 0)
        {
            yield return new ExplanationStep.Mended(mended);
        }

        if (Question.Mentions.Count > 0)
        {
            yield return new ExplanationStep.Named([.. Question.Mentions.Select(mention => mention.Entity).Distinct()]);
        }

        if (Question.Dates.Count > 0)
        {
            yield return new ExplanationStep.Dated(Question.Dates);
        }

        if (Question.Terms.Count > 0)
        {
            yield return new ExplanationStep.Sought([.. Question.Terms.Select(term => Sought(found, term))]);
        }
    }

    private SoughtWord Sought(Case found, Term term)
    {
        var standIns = term
            .Alternatives.Where(alternative => alternative.Credit < 1 && Index.Speaks(alternative.Term))
            .OrderByDescending(alternative => alternative.Credit)
            .Select(alternative => Word(alternative.Term))
            .Where(word => word != term.Shown)
            .Distinct()
            .Take(StandIns);
        return new SoughtWord(term.Shown, term.Entity, [.. standIns], found.Spoken(term));
    }

    /// <summary>A term as people write it: the shortest word with its stem, the name behind its marker.</summary>
    private string Word(int term) =>
        Index.EntityOf(term) is { } entity ? entity.Name
        : Index.Terms.IsMarker(term) ? Index.Terms.Name(term)[1..]
        : Index.Terms.Surfaces.Where(surface => surface.Value == term).Select(surface => surface.Key).MinBy(word => word.Length)
            ?? Index.Terms.Name(term);

    private IEnumerable<ExplanationStep> NearestFact(Case found, Answer answer)
    {
        if (found.Top is { Match: { } match } top)
        {
            var nearness =
                answer.Facts.Any(fact => fact.Revision == top.Revision) ? Nearness.Answers
                : top.Score >= Thresholds.Answers && match.Content >= Thresholds.Content ? Nearness.PassedOver
                : answer.Nearest.Any(fact => fact.Revision == top.Revision) ? Nearness.Shown
                : Nearness.TooFar;
            yield return new ExplanationStep.NearestFact(top.Fact.Id, nearness, Held(match.Credits));
        }
    }

    private IEnumerable<ExplanationStep> NearestGap(Case found, Answer answer)
    {
        if (answer.Shape is Shape.KnownGap known)
        {
            yield return new ExplanationStep.NearestGap(known.Absence, Nearness.Answers);
        }
        else if (found.Gap is { Score: >= Thresholds.Near } gap)
        {
            yield return new ExplanationStep.NearestGap(
                Story.Book.Story.Absent[gap.Target],
                gap.Score < Thresholds.Gap ? Nearness.TooFar
                    : gap.Score < found.Top?.Match!.Score + Thresholds.GapMargin ? Nearness.Behind
                    : Nearness.PassedOver
            );
        }
    }

    /// <summary>Where a sentence answers, or might have.</summary>
    private IEnumerable<ExplanationStep> NearestSentence(Case found, Answer answer)
    {
        if (
            found.Passages.Length > 0
            && (answer.Shape is Shape.FromPassage || (answer.Outcome is Outcome.Abstained && answer.Nearest.Count == 0))
        )
        {
            var best = found.Passages[0];
            var parts = PassageParts.Of(Question, Index, best.Number);
            yield return new ExplanationStep.NearestSentence(
                Index.PassageList[best.Number],
                answer.Shape is Shape.FromPassage ? Nearness.Answers
                    : best.Chance >= Thresholds.Passage ? Nearness.PassedOver
                    : Nearness.TooFar,
                Held(parts.Credits),
                parts.Features
            );
        }
    }

    private HeldWords Held(IReadOnlyList<float> credits)
    {
        var words = Question.Terms.Zip(credits, (term, credit) => (term.Shown, Credit: credit)).ToList();
        return new HeldWords(
            [.. words.Where(word => word.Credit >= 0.99f).Select(word => word.Shown)],
            [.. words.Where(word => word.Credit is >= 0.5f and < 0.99f).Select(word => word.Shown)],
            [.. words.Where(word => word.Credit < 0.5f).Select(word => word.Shown)]
        );
    }
}
