using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>
/// "Has X had something like this before?": what the story tells of earlier times. Whether that was like this is not said, so it is shown as what comes
/// near.
/// </summary>
internal static partial class Precedents
{
    private const int Most = 4;

    /// <summary>What is nearer than so many days to the last deed is of this story, and came before nothing.</summary>
    private const int Apart = 60;

    /// <summary>A word of more weight asks for something in particular.</summary>
    private const float Particular = 0.75f;

    public static Draft? Apply(Case found)
    {
        var question = found.Question;
        if (found.Book.Facts.Count == 0 || !IsAsked(question) || question.Terms.Any(term => IsParticular(found, term)))
        {
            return null;
        }

        if (Elsewhere().IsMatch(question.InNormalWords()))
        {
            var parties = MainParties(found);
            if (Earlier(found, fact => fact.Actors.Count > 0 && !IsOfAny(found, fact, parties)) is [_, ..] others)
            {
                return Draft.Partly(new Shape.NotSaid(), others, 0.5);
            }
        }

        var named = question.Mentions.Select(mention => mention.Entity.Id).ToHashSet();
        var earlier = Earlier(found, fact => named.Count == 0 || IsOfAny(found, fact, named));
        return earlier.Count == 0 ? null : Draft.Partly(new Shape.NotSaid(), earlier, 0.5);
    }

    /// <summary>What is told of earlier times, the first of it first.</summary>
    private static List<Found> Earlier(Case found, Func<Fact, bool> counts)
    {
        var day = Day(found)?.AddDays(-Apart);
        return
        [
            .. found
                .OfKind(FactKind.Background, FactKind.Act, FactKind.Suspension, FactKind.Finding)
                .Where(fact => fact.Fact.On?.Latest < day && counts(fact.Fact))
                .OrderBy(fact => fact.Fact.On!.Latest)
                .Take(Most),
        ];
    }

    /// <summary>Who has a part in the main deed.</summary>
    private static HashSet<EntityId> MainParties(Case found) =>
        Overview.Card(found) is [[{ Fact: var deed }, ..], ..] ? [.. deed.Actors, .. deed.About] : [];

    /// <summary>Few questions hold one of the words, so that most are not looked at further; and only one that ends so is held against the pattern that does.</summary>
    private static bool IsAsked(Question question)
    {
        if (!question.Has(Tells))
        {
            return false;
        }

        var asked = question.InNormalWords();
        return (asked.EndsWith("before", StringComparison.Ordinal) && LikeThisBefore().IsMatch(asked))
            || EarlierCase().IsMatch(asked)
            || Elsewhere().IsMatch(asked);
    }

    private static bool Tells(string word) =>
        word.EndsWith("before", StringComparison.Ordinal)
        || word is "elsewhere" or "else" or "another" or "other" or "others"
        || word is "time" or "precedent" or "precedents" or "track" or "history" or "previous" or "earlier" or "prior" or "past";

    private static bool IsParticular(Case found, Term term) =>
        term.Entity is null && term.Weight >= Particular && found.Spoken(term) && !found.Story.Index.Lexicon.Light.Contains(term.Shown);

    private static bool IsOfAny(Case found, Fact fact, HashSet<EntityId> named) =>
        fact.Actors.Concat(fact.About).Any(id => named.Contains(id) || (found.Book[id].Of is { } whole && named.Contains(whole)));

    /// <summary>The last day on which something was done.</summary>
    private static DateOnly? Day(Case found) => found.OfKind(FactKind.Suspension, FactKind.Act).Max(fact => fact.Fact.On?.Earliest);

    [GeneratedRegex(
        @"\b(?:ha(?:s|ve|d)|did|was|were|is|are|any)\b.*\b(?:(?:something|anything|stuff|things?) (?:like|similar|of the)|like th(?:is|at)|this|that|it|trouble|similar|happened|happen|accused|form)\b.*\bbefore$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LikeThisBefore();

    [GeneratedRegex(
        @"^(?:so |and |but )?(?:has|did|does) (?:this|that|it|something like this|anything like this) (?:ever )?(?:also )?happen(?:ed)? (?:before )?(?:(?:at|to|in|with) (?:any )?(?:an)?other\b.*|elsewhere|anywhere else|somewhere else|to others)(?: before)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Elsewhere();

    [GeneratedRegex(
        @"^(?:so |and |but )?(?:is|was|isn't|wasn't) (?:it|this|that)\b.*\bfirst time\b(?!.*\b(?:since|when)\b)|\b(?:any|a) (?:precedents?|track record|history of (?:this|that|such))\b"
            + @"|\b(?:any|other) (?:previous|earlier|prior|past) (?:cases?|incidents?|scandals?|trouble)\b|\bin trouble before\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EarlierCase();
}
