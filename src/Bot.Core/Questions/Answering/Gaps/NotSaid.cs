using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Answering.Gaps;

/// <summary>The facts are near, and do not say just that.</summary>
internal static class NotSaid
{
    /// <summary>A word that tells most must be held by more than a word near it.</summary>
    private const float Telling = 0.75f;
    private const float OfKin = 0.45f;

    /// <summary>A lighter word that the story does not have says nothing of what was asked about.</summary>
    private const float LeastUnspoken = 0.45f;

    /// <summary>A question less like every way of asking than this must have its words in the fact: all but one; and all, where it names nobody.</summary>
    private const float Foreseen = 0.6f;
    private const float Unforeseen = 0.35f;

    private static readonly HashSet<string> Weekdays = new(StringComparer.Ordinal)
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    };

    /// <summary>A word that matters is in none of the facts, in a question to be answered by yes or no, or by "which"; or the deed is another's.</summary>
    public static Draft? Of(Case found, IReadOnlyList<Found> facts)
    {
        var question = found.Question;
        var (coverage, least) = question.Leading ? (Thresholds.CoversLeading, 0.8f) : (Thresholds.Covers, question.YesNo ? 0.35f : 0.45f);
        List<(Term Term, int At)> missing = [];
        for (var i = 0; i < question.Terms.Count; i++)
        {
            var term = question.Terms[i];
            if (
                term is { Entity: null, Weight: >= Reservations.Heavy }
                && !term.Means("say")
                && MostHeld(question, question.YesNo ? facts.Take(1) : facts, i) < (term.Weight >= Telling ? Math.Max(least, OfKin) : least)
            )
            {
                missing.Add((term, i));
            }
        }

        var choice = question.Has(word => word == "or");
        var wanting =
            question.YesNo && choice ? !HasContent(question, facts[0]) && !FromFacts.HoldsBoth(question, facts[0])
            : question.YesNo ? (Share(question, facts[0]) < coverage && missing.Count > 0) || !HasContent(question, facts[0])
            : AskedAs.Lacks(question, facts[0])
                || AskedAs.LacksAuthor(question, facts[0], id => found.Book[id].Kind is EntityKind.Person)
                || IsFarFetched(found, facts)
                || missing.Exists(pair => IsDoer(question, pair.Term))
                || (
                    !StandsAlone(found, facts)
                    && (
                        (missing.Count > 1 && facts[0].Match!.Asked < Foreseen)
                        || (
                            missing is [var (only, _)]
                            && question.Mentions.Count == 0
                            && facts[0].Match!.Asked < (only.Weight >= Telling && !found.Spoken(only) ? Foreseen : Unforeseen)
                        )
                    )
                );
        if (
            !wanting
            && !Roles.AreOthers(found, facts[0])
            && !IsOfAnotherMonth(question, facts)
            && !IsOfAnotherNumber(question, facts)
            && !Figures.AreOfOthers(question, facts)
            && !Figures.AreRough(question, facts)
        )
        {
            return null;
        }

        var elsewhere = missing
            .Select(pair => found.Facts.Holding(pair.At, 0.9f).FirstOrDefault(fact => fact.Fact is Assertion or Account))
            .OfType<Found>();
        return Draft.Partly(new Shape.NotSaid(), [.. facts, .. elsewhere.Take(2)], facts[0].Score * 0.6);
    }

    /// <summary>"Who …" or "when …", where nobody foresaw the question and no word of the fact itself is one of it, or its one telling word is only akin.</summary>
    private static bool IsFarFetched(Case found, IReadOnlyList<Found> facts)
    {
        var (question, match) = (found.Question, facts[0].Match!);
        var content = Enumerable.Range(0, question.Terms.Count).Where(i => question.Terms[i].Entity is null).ToList();
        return match.Asked < Foreseen
            && question.Slot is Slot.Name or Slot.Date
            && content.Count > 0
            && (
                (
                    question.Slot is Slot.Name
                    && content.Count == 2
                    && question.Mentions.Count == 0
                    && content.Exists(i => IsUnspoken(found, question.Terms[i]))
                )
                || (content.TrueForAll(i => match.Told[i] < 0.35f) && (question.Slot is Slot.Date || !StandsAlone(found, facts)))
                || (
                    question.Slot is Slot.Name
                    && content is [var only]
                    && question.Terms[only].Weight >= Telling
                    && match.Credits[only] < 0.9f
                )
            );
    }

    /// <summary>"Who won the election", in a story without one.</summary>
    private static bool IsUnspoken(Case found, Term term) => term.Weight >= LeastUnspoken && !found.Spoken(term);

    /// <summary>"What did X report": X is who is asked about.</summary>
    private static bool IsDoer(Question question, Term term)
    {
        var words = question.Words.Where(word => word.Normal is not ("the" or "a" or "an")).ToList();
        var at = words.FindIndex(word => word.Shown == term.Shown);
        return at > 0 && at + 1 < words.Count && words[at - 1].Normal is "did" or "does" or "do" or "has" or "have";
    }

    /// <summary>The best fact is near, and nothing else is: a word beside the point does not make it another matter.</summary>
    private static bool StandsAlone(Case found, IReadOnlyList<Found> facts) =>
        facts[0] is { Score: >= Thresholds.Alone, Match.Content: >= 0.5f }
        && found.Facts.From(facts[0].Score - Thresholds.AloneBy).All(fact => facts.Any(shown => shown.Target == fact.Target));

    /// <summary>Where yes or no is asked, a way of asking counts only by its very words: what is like them may be another matter.</summary>
    private static float Held(Question question, Found fact, int term) =>
        fact.Match is not { } match ? 0
        : question.YesNo && match.Credits[term] < 0.95f ? match.Told[term] * (match.Told[term] < 0.7f ? 0.5f : 1)
        : match.Credits[term];

    private static float MostHeld(Question question, IEnumerable<Found> facts, int term)
    {
        var most = 0f;
        foreach (var fact in facts)
        {
            most = Math.Max(most, Held(question, fact, term));
        }

        return most;
    }

    private static float Share(Question question, Found fact)
    {
        var (held, total) = (0f, 0f);
        for (var i = 0; i < question.Terms.Count; i++)
        {
            total += question.Terms[i].Weight;
            held += question.Terms[i].Weight * Held(question, fact, i);
        }

        return total == 0 ? 0 : held / total;
    }

    /// <summary>Yes or no was asked of a number or a weekday that none of the facts holds.</summary>
    private static bool IsOfAnotherNumber(Question question, IReadOnlyList<Found> facts) =>
        question.YesNo
        && facts[0].Match is not { Asked: >= Thresholds.Declared }
        && !question.Has(word => word == "or")
        && question
            .Terms.Select((term, i) => (term, i))
            .Any(pair =>
                (IsNumber(pair.term) || Weekdays.Contains(pair.term.Shown))
                    && facts.All(fact => fact.Match is null || (fact.Match.OwnCredits[pair.i] < 0.9f && fact.Match.Told[pair.i] < 0.9f))
                || (IsCount(question, pair.term) && IsOfAnotherThing(question, facts, pair.i))
            );

    /// <summary>Each fact that holds the number lacks a word that matters, and another fact holds it: the number is of something else.</summary>
    private static bool IsOfAnotherThing(Question question, IReadOnlyList<Found> facts, int number)
    {
        var holding = facts.Where(fact => fact.Match?.OwnCredits[number] >= 0.9f).ToList();
        return holding.Count > 0
            && holding.TrueForAll(fact =>
                Enumerable
                    .Range(0, question.Terms.Count)
                    .Any(i =>
                        question.Terms[i] is { Entity: null, Weight: >= Reservations.Heavy }
                        && fact.Match!.OwnCredits[i] < 0.35f
                        && facts.Any(other => other.Match?.OwnCredits[i] >= 0.7f)
                    )
            );
    }

    /// <summary>A number that is no year, no day of a date and no time of day.</summary>
    private static bool IsCount(Question question, Term term) =>
        NumberWords.ValueOf(term.Shown) is not null
        || (
            term.Shown.All(c => char.IsDigit(c) || c is ',' or '.')
            && !(term.Shown.Length == 4 && term.Shown[..2] is "19" or "20")
            && !(term.Shown.Length <= 2 && question.Months.Count + question.Dates.Count > 0)
        );

    private static bool IsNumber(Term term) =>
        (NumberWords.Contains(term.Shown) && term.Shown is not ("first" or "second" or "third"))
        || (char.IsDigit(term.Shown[0]) && !term.IsOfDate);

    /// <summary>A month was named, and what the facts tell was done or said in others.</summary>
    private static bool IsOfAnotherMonth(Question question, IReadOnlyList<Found> facts)
    {
        if (question.Months.Count == 0)
        {
            return false;
        }

        var dates = facts
            .SelectMany(fact =>
                new[] { fact.Fact.On?.From?.Month, fact.Fact.On?.To?.Month, fact.Fact.SaidOn?.Month, fact.Fact.Checked?.Month }
            )
            .OfType<int>()
            .ToHashSet();
        return dates.Count > 0 && !question.Months.Any(dates.Contains);
    }

    /// <summary>More than names was asked, and some of it is held; yes or no is not told from a like question alone.</summary>
    private static bool HasContent(Question question, Found fact) =>
        question.Terms.Where((term, i) => term.Entity is null && fact.Match!.Credits[i] >= 0.35f).Any()
        && (!question.YesNo || fact.Match!.Own > 0 || fact.Match!.Asked >= Unforeseen);
}
