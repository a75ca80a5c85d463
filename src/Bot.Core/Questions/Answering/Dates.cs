using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>"When did they do it?" is answered by the day of the deed, and not by the day on which somebody spoke of it.</summary>
internal static partial class Dates
{
    /// <summary>Which date is told first: none, where the question asks for none or the fact has none of what was asked.</summary>
    public static Draft Heed(Case found, Draft draft) =>
        draft is not { Shape: Shape.Direct { Slot: Slot.Date } direct, Facts: [var best, ..] } ? draft
        : IsToldFirst(found.Question, best.Fact) ? draft with { Shape = direct with { Lasting = Lasts(found, best.Fact) } }
        : draft with { Shape = new Shape.Direct() };

    /// <summary>Neither the fact nor its words hold a time, and when it was said is not what was asked.</summary>
    public static bool AreMissing(Question question, Fact fact) =>
        fact.On is null
        && AreAsked(question)
        && (fact.SaidOn is null || !AskWhenSaid(question))
        && !Time().IsMatch(fact.Says)
        && !(fact.Quote is { } quote && Time().IsMatch(quote));

    /// <summary>"Until when": the day of a beginning is none.</summary>
    public static bool AskForEnd(Question question) => question.HasPair((first, second) => first == "until" && second == "when");

    public static bool HasAnEnd(Fact fact) => fact.On is { To: not null, IsSingle: false } || End().IsMatch(fact.Says);

    /// <summary>The deed with a day of its own, where the fact that comes first has none: it is among those found, or the first only limits it.</summary>
    public static Found? Deed(Case found, IReadOnlyList<Found> facts) =>
        !AskWhenDone(found.Question) || facts[0].Fact.On is not null ? null
        : facts[0].Match is { Asked: < Thresholds.Declared } && facts.FirstOrDefault(HasADay) is { } dated ? dated
        : facts[0].Fact.Linked(LinkKind.Limits).Select(found.Find).OfType<Found>().FirstOrDefault(HasADay);

    private static bool HasADay(Found fact) => fact is { Match: not null, Fact.On.From: not null };

    private static bool AskWhenDone(Question question) =>
        AreAsked(question)
        && !AskWhenSaid(question)
        && !question.Future
        && !question.Has(word => word is "end" or "ends" or "finish" or "last" or "until" or "till" or "again");

    private static bool IsToldFirst(Question question, Fact fact) =>
        AreAsked(question)
        && (!AskForEnd(question) || fact.On is { To: not null, IsSingle: false })
        && (fact.On is not null || (fact.SaidOn is not null && AskWhenSaid(question)));

    /// <summary>In "what happened when they called" and "was it over when they came" it is no question.</summary>
    private static bool AreAsked(Question question) =>
        !question.YesNo
        && (
            question.First(word => word == "when") is var when
            && (when < 0 || !question.Words.Take(when).Any(word => QuestionWords.Contains(word.Normal)))
        );

    private static bool AskWhenSaid(Question question) => Roles.AsksForWords(question) || question.Means("report");

    /// <summary>What goes on from one day to another; of what was done once the two only bound the day.</summary>
    private static bool Lasts(Case found, Fact fact) =>
        fact.On is { IsSingle: false, From: not null, To: not null }
        && (
            fact.Holds is Holding.Ongoing
            || fact.Kind is FactKind.Suspension
            || fact.Linked(LinkKind.Limits).Any(id => found.Book.Find(id) is { Kind: FactKind.Suspension })
        );

    [GeneratedRegex(@"\b(?:until|till|expires?|to last|ends? (?:on|in|at the))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(
        @"\b(?:(?:19|20)\d\d|\d{1,2}:\d\d|(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?-i:January|February|March|April|May|June|July|August|September|October|November|December)|spring|summer|autumn|winter|today|yesterday|tomorrow|midnight|noon|morning|afternoon|evening|[ap]\.m\.|before|after|until|since|during)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Time();
}
