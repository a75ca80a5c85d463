using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Answering.Surveys;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Answering.Parties;

/// <summary>What counts as a response, whose it is, and where it stands.</summary>
internal static class Responses
{
    /// <summary>A response or a non-answer; something said with an announcement is a statement of its own, not a response to it.</summary>
    public static bool IsOne(Fact fact) =>
        fact is NonAnswer
        || (fact.Kind is FactKind.Response && (fact.Stance is not null || RespondsTo(fact).Any() || !fact.Linked(LinkKind.SaidWith).Any()));

    public static IEnumerable<Found> All(Case found) => found.OfKind(FactKind.Response, FactKind.NonAnswer).Where(fact => IsOne(fact.Fact));

    public static bool IsOf(Case found, Fact fact, Entity party) =>
        fact is NonAnswer ? found.By(fact, party.Id) : found.SaidBy(fact, party.Id) || fact.Actors.Contains(party.Id);

    /// <summary>Said before what it might be taken to answer.</summary>
    public static bool IsEarlier(Fact fact) => fact.Linked(LinkKind.EarlierThan).Any() && !RespondsTo(fact).Any();

    /// <summary>What it says that it answers; else what it denies, since a denial answers that.</summary>
    public static IEnumerable<FactId> RespondsTo(Fact fact) =>
        fact.Linked(LinkKind.RespondsTo) is var said && said.Any() ? said : fact.Linked(LinkKind.Denies);

    public static Stance? StanceOf(Fact fact) => fact is NonAnswer ? Stance.Declined : fact.Stance;

    public static IReadOnlyList<Group> Groups(Case found, IEnumerable<Found> responses) =>
        [
            .. responses
                .GroupBy(fact => HeadingOf(found, fact.Fact))
                .OrderBy(group => group.Key == GroupHeading.ToOtherPoints && group.All(fact => fact.Fact is NonAnswer))
                .ThenBy(group => group.Key)
                .Select(group => new Group(group.Key, [.. group.Select(fact => fact.Scored)])),
        ];

    /// <summary>The party whose response is asked for: the subject, or who is named after "of" or "from", or before "response".</summary>
    public static Entity? AskedOf(Case found)
    {
        var question = found.Question;
        if (question.Subject is { } subject && !IsWhoActed(found, subject))
        {
            return subject;
        }

        foreach (var mention in question.Mentions)
        {
            var before = mention.At > 0 ? question.Words[mention.At - 1].Normal : "";
            var after = mention.End < question.Words.Count ? question.Words[mention.End].Normal : "";
            if (
                (before is "of" && !IsOfStance(question))
                || before is "from" or "by"
                || (after is "response" or "reaction" or "comment" or "statement" or "reply" or "stance")
            )
            {
                return mention.Entity;
            }
        }

        return question.Mentions.Count == 1 && question.Slot is null && question.Words.Count <= 4 && !IsOfAnyone(question)
            ? question.Mentions[0].Entity
            : null;
    }

    /// <summary>"Critics of X": X is whom they speak of.</summary>
    private static bool IsOfStance(Question question) => question.Means("criticise") || question.Means("praise");

    /// <summary>"Did anyone criticise X": X is whom it is about, not who responded.</summary>
    private static bool IsOfAnyone(Question question) =>
        question.Has(word => word is "anyone" or "anybody" or "someone" or "somebody" or "everyone" or "everybody" or "nobody");

    /// <summary>"What did the mayor say": the noun between auxiliary and verb names nobody of the story.</summary>
    public static bool IsOfNobodyKnown(Case found)
    {
        if (Sayer(found.Question) is not { } at)
        {
            return false;
        }

        var term = found.Question.Words[at].TermId;
        return found.Question.Mentions.All(mention => at < mention.At || at >= mention.End)
            && (term < 0 || !found.Story.Index.Says(term))
            && !found.Question.Terms.Any(noun => noun.At == at && found.Spoken(noun) && !Offices.IsOfNobody(found, noun));
    }

    /// <summary>The name, as typed, of whom the question is asked who is nobody of the story; null for "the mayor", who is no name.</summary>
    public static string? NameOfNobodyKnown(Question question)
    {
        var at = Sayer(question)!.Value;
        var from = at;
        while (!question.Words[from - 1].IsStop && !IsAuxiliary(question.Words[from - 1].Normal) && from > 1)
        {
            from--;
        }

        var typed = question.Text[question.Words[from].Start..question.Words[at + 1].Start].Trim();
        var isName = typed.Any(char.IsUpper) && question.Text.Any(char.IsLower);
        return isName || (IsAuxiliary(question.Words[from - 1].Normal) && WordRanks.Of(question.Words[at].Normal) > WordRanks.Common)
            ? typed
            : null;
    }

    /// <summary>Where the noun stands of whom it is asked what was said: between auxiliary and verb.</summary>
    private static int? Sayer(Question question)
    {
        var words = question.Double ? [] : question.Words;
        for (var at = 2; at < words.Count; at++)
        {
            if (IsSaying(words[at].Normal) && !words[at - 1].IsStop && HasAuxiliary(words, at - 1))
            {
                return at - 1;
            }
        }

        return null;
    }

    private static bool IsSaying(string word) =>
        word is "say" or "said" or "says" or "comment" or "respond" or "react" or "reply" or "think" or "feel";

    /// <summary>Whether "did the", "does", "has any" or the like stands before a noun, at most one word between.</summary>
    private static bool HasAuxiliary(IReadOnlyList<Word> words, int noun) =>
        words.Take(noun).Reverse().Take(3).Any(word => IsAuxiliary(word.Normal));

    private static bool IsAuxiliary(string word) => word is "did" or "does" or "do" or "has" or "have" or "had";

    /// <summary>Who suspended something is not asked how he took it.</summary>
    public static bool IsWhoActed(Case found, Entity party) => found.OfKind(FactKind.Suspension).Any(fact => found.By(fact.Fact, party.Id));

    private static GroupHeading HeadingOf(Case found, Fact fact) =>
        fact is not NonAnswer && IsEarlier(fact) ? GroupHeading.EarlierNotResponse
        : !MainDeed.IsAnsweredBy(found, fact) ? GroupHeading.ToOtherPoints
        : fact is NonAnswer ? GroupHeading.NoComment
        : fact.Stance switch
        {
            Stance.Welcomed => GroupHeading.Welcomed,
            Stance.Criticised => GroupHeading.Criticised,
            Stance.Defended => GroupHeading.Defended,
            _ => GroupHeading.Responded,
        };
}
