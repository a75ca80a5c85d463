using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Gaps;

/// <summary>What the story says it does not know, when the question is nearer to that than to any fact.</summary>
internal static class KnownGaps
{
    /// <summary>How like a way of asking for the gap a question for a cause must be.</summary>
    private const float CauseAsked = 0.35f;

    /// <summary>A gap was asked for in its own words: a fact that holds each word of a question for yes or no goes before one that was less so.</summary>
    private const float InItsOwnWords = 0.95f;

    /// <summary>How far before a gap a fact is that was asked for rather.</summary>
    private const float Nearer = 0.08f;
    private const float MuchMore = 0.3f;

    public static Draft? Apply(Case found)
    {
        if (found.Question.Asks("unknown") && found.Gap is { Score: >= Thresholds.Near, Content: >= Thresholds.Content } asked)
        {
            return Of(found, found.Book.Story.Absent[asked.Target]);
        }

        if (
            found.Gap is not { Score: >= Thresholds.Gap, Content: >= Thresholds.Content } gap
            || gap.Score < (found.Top?.Match!.Score ?? 0) + Thresholds.GapMargin
            || (gap.Asked < (found.Question.YesNo ? InItsOwnWords : Thresholds.Declared) && found.Question.Slot is null && HoldsAll(found))
            || IsOfOtherWords(found.Question, gap)
            || (!found.Question.YesNo && IsNearer(found.Top, gap))
        )
        {
            return null;
        }

        return Of(found, found.Book.Story.Absent[gap.Target]);
    }

    /// <summary>A fact holds as much of the question as the gap, and its structure puts it well before; or it holds much more.</summary>
    private static bool IsNearer(Found? top, Match gap) =>
        gap.Asked < Thresholds.Declared
        && top is { Match.Held: var held }
        && ((held >= gap.Held && top.Score > gap.Score + Nearer) || (held >= gap.Held + MuchMore && top.Score > gap.Score));

    /// <summary>"What does X say about Y", where all the gap has of it is that something is said.</summary>
    private static bool IsOfOtherWords(Question question, Match gap)
    {
        var matter = question
            .Terms.Select((term, i) => (term, i))
            .Where(pair => pair.term.Entity is null && !pair.term.Means("say", "respond"))
            .ToList();
        return Roles.AskedToHaveSaid(question) is not null && matter.Count > 0 && matter.TrueForAll(pair => gap.Credits[pair.i] < 0.5f);
    }

    /// <summary>Where the facts lack what was asked for, a reviewed sentence on just that is better.</summary>
    public static Draft? Instead(Case found, Draft reserved) =>
        reserved.Shape is Shape.SlotMissing or Shape.NotGiven or Shape.NotSaid
        && found.Gap is { Score: >= Thresholds.GapInstead, Content: >= Thresholds.Content } gap
        && !IsOfOtherWords(found.Question, gap)
        && (gap.Asked >= Thresholds.Declared || IsOnThat(found, gap, reserved))
        && !Tense.IsOfThatDay(found, reserved.Facts)
            ? Of(found, found.Book.Story.Absent[gap.Target])
            : null;

    /// <summary>Not only a name was asked about; and a cause is lacked only by what was asked for a cause.</summary>
    private static bool IsOnThat(Case found, Match gap, Draft reserved) =>
        found.Question.Terms.Any(term => term.Entity is null)
        && (
            (found.Question.Slot is not Slot.Cause && reserved.Shape is not Shape.SlotMissing { Slot: Slot.Cause })
            || gap.SlotAsked >= CauseAsked
        );

    /// <summary>Whether the best fact itself holds all that was asked, and more than a name.</summary>
    private static bool HoldsAll(Case found) =>
        found.Top is { Match.SaysEveryWord: true } && found.Question.Terms.Any(term => term.Entity is null);

    public static Draft Of(Case found, Absence absence)
    {
        var nearest = absence.Nearest.Select(id => found.Find(id)).OfType<Found>().ToList();
        var shape = new Shape.KnownGap(absence);
        return nearest.Count > 0 && IsPartlyCovered(found)
            ? Draft.Partly(shape, nearest, 0.4)
            : Draft.Abstained(AbstentionReason.NotInSources, shape, nearest, 0.2);
    }

    /// <summary>
    /// What lies near bears on a deed, a cause or a date that was asked about, or on the other half of two questions in one. It does not on what
    /// somebody is asked to have said, nor on a party that the story nowhere names.
    /// </summary>
    private static bool IsPartlyCovered(Case found)
    {
        var question = found.Question;
        return question.Double
            || (
                found.Unknown.Count == 0
                && ((question.YesNo && !question.Means("say")) || question.Slot is Slot.Cause or Slot.Date or Slot.Place)
            );
    }
}
