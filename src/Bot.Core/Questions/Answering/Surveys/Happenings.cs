using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>"What happened in August?", "what happened before the announcement?", "what comes next?": what the story dates so, in order.</summary>
internal static class Happenings
{
    private const int Most = 8;

    /// <summary>Where fewer things lie ahead, what still goes on is told with them.</summary>
    private const int Few = 3;

    /// <summary>A word of more weight asks for something in particular.</summary>
    private const float Particular = 0.75f;

    public static Draft? Apply(Case found)
    {
        if (found.Book.Facts.Count == 0)
        {
            return null;
        }

        if (AsksWhatIsAhead(found))
        {
            return Ahead(found);
        }

        return !AsksWhatHappened(found.Question) ? null
            : AsksForDay(found) ? OfDay(found)
            : AsksForBefore(found) ? BeforeMainDeed(found)
            : null;
    }

    private static bool AsksWhatHappened(Question question) =>
        question.Slot is null
        && !question.YesNo
        && question.Has(word => word is "happen" or "happened" or "happening" or "occurred" or "events");

    /// <summary>A date, and beside it nothing that the story speaks of.</summary>
    private static bool AsksForDay(Case found) =>
        (found.Question.Months.Count > 0 || found.Question.Dates.Any(date => date.Role == DateRole.Happened))
        && found.Question.Terms.All(term => term.IsOfDate || IsNoContent(found, term));

    private static bool AsksForBefore(Case found) =>
        found.Question.Has(word => word is "before" or "beforehand" or "prior")
        && found.Question.Terms.All(term => term.Means("announce", "suspend", "decide") || IsNoContent(found, term));

    private static bool IsNoContent(Case found, Term term) =>
        Overview.IsWhatItIsAbout(found, term)
        || (term.Entity is null && (!found.Spoken(term) || found.Story.Index.Lexicon.Light.Contains(term.Shown)));

    private static Draft OfDay(Case found)
    {
        var days = found.Question.Dates.Where(date => date.Role == DateRole.Happened).Select(date => date.Date).ToList();
        var facts = Dated(found).Where(fact => Days(fact.Fact).Any(day => Falls(found.Question, days, day))).ToList();
        return facts.Count > 0 ? Draft.Answered(new Shape.Chronology(), InOrder(facts), 0.9)
            : days.Count > 0 && found.LastDay is { } last && days.TrueForAll(date => date.Earliest > last)
                ? Draft.Abstained(AbstentionReason.NotInSources, new Shape.NothingLater(last), [], 0.2)
            : Draft.Abstained(AbstentionReason.NotInSources, new Shape.NothingNear(), [], 0.2);
    }

    /// <summary>What is dated before the first line of the card, or said to be earlier; what has no day of its own last.</summary>
    private static Draft? BeforeMainDeed(Case found)
    {
        if (Overview.Card(found) is not [[{ Fact: { SaidBy: { } day } deed }, ..], ..])
        {
            return null;
        }

        var earlier = Dated(found)
            .Where(fact => fact.Fact.SaidBy < day)
            .Concat(found.Linking(LinkKind.EarlierThan))
            .Where(fact => fact.Fact.Id != deed.Id)
            .DistinctBy(fact => fact.Target)
            .ToList();
        return earlier.Count == 0 ? null : Draft.Answered(new Shape.Chronology(), InOrder(earlier), 0.8);
    }

    /// <summary>Nothing in particular is asked of what is to come, and nobody whom the story does not know.</summary>
    private static bool AsksWhatIsAhead(Case found) =>
        found.Question is { YesNo: false, Slot: null or Slot.Date } question
        && question.Asks("ahead")
        && !question.Has(word => word is "happened" or "did" or "was" or "were")
        && found.Unknown.Count == 0
        && question.Terms.All(term => term.IsOfDate || term.Means("date") || IsOfNoWeight(found, term));

    private static bool IsOfNoWeight(Case found, Term term) => IsNoContent(found, term) && (found.Spoken(term) || term.Weight < Particular);

    /// <summary>What was still to come when the sources were written, the nearest first; what has no day last.</summary>
    private static Draft? Ahead(Case found)
    {
        var ahead = found
            .All()
            .Where(fact => fact.Fact is Assertion)
            .Select(fact => (fact, Day: DayToCome(fact.Fact)))
            .Where(pair => pair.Day is not null || pair.fact.Fact.Kind is FactKind.Outlook)
            .OrderBy(pair => pair.Day ?? DateOnly.MaxValue)
            .Select(pair => pair.fact)
            .Take(Most)
            .ToList();
        if (ahead.Count is > 0 and < Few)
        {
            ahead.AddRange(
                found.All().Where(fact => fact.Fact is Assertion { Holds: Holding.Ongoing, Kind: not FactKind.Background }).Take(Few)
            );
        }

        return ahead.Count == 0 ? null : Draft.Answered(new Shape.Chronology(), ahead, 0.8);
    }

    /// <summary>The day it is for, if that lay ahead; of a month or a year the first, since some of it may have been over.</summary>
    private static DateOnly? DayToCome(Fact fact) =>
        (fact.On is { IsSingle: true } single ? single.Earliest : fact.On?.Latest) is { } day && day > (fact.Checked ?? fact.SaidBy)
            ? day
            : null;

    private static IEnumerable<Found> Dated(Case found) =>
        found.All().Where(fact => fact.Fact is Assertion or NonAnswer && fact.Fact.Happened is not null);

    private static List<Found> InOrder(IEnumerable<Found> facts) =>
        [.. facts.OrderBy(fact => fact.Fact.SaidBy ?? DateOnly.MaxValue).ThenBy(fact => Overview.Importance(fact.Fact)).Take(Most)];

    /// <summary>When it happened and when it was said; of what has an open end the end that is known.</summary>
    private static IEnumerable<(DateOnly First, DateOnly Last)> Days(Fact fact)
    {
        if (fact.On is { } on && (on.Latest ?? on.Earliest) is { } end)
        {
            yield return (on.From is null || on.To is null ? end : on.Earliest!.Value, end);
        }

        if (fact.SaidOn is { } said)
        {
            yield return (said.First, said.Last);
        }
    }

    /// <summary>Within a date of the question; where it gives no year, in that month of any, and on that day where it gives one.</summary>
    private static bool Falls(Question question, List<EventDate> dates, (DateOnly First, DateOnly Last) day) =>
        dates.Count > 0
            ? dates.Exists(date => day.First <= date.Latest && day.Last >= date.Earliest)
            : question.Months.Contains(day.First.Month)
                && day.First.Month == day.Last.Month
                && day.First.Year == day.Last.Year
                && (ReadDates.DayWithoutYear(question.Words) is not { } asked || (day.First.Day <= asked && asked <= day.Last.Day));
}
