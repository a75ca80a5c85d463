using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>What a fact's structure says beside its words: whose it is, of what kind, how well the sentences it rests on answer.</summary>
internal static class Structure
{
    /// <summary>Words alone do not say who did it: a fact of the party asked about stands before others by this much.</summary>
    private const float OfSubject = 0.05f;

    /// <summary>What a party did stands behind what was done to it by this much, where that was asked for.</summary>
    private const float OfUndergoer = 0.15f;

    /// <summary>A view or an outlook of the source's own stands behind facts by this much, or before them where views were asked for.</summary>
    private const float OfView = 0.12f;

    /// <summary>What is to come stands before what was by this much, where that was asked for.</summary>
    private const float OfOutlook = 0.08f;

    /// <summary>A fact whose sentence answers well gains this much.</summary>
    private const float Supported = 0.2f;

    /// <summary>The score of a row, with what its fact's structure says.</summary>
    public static float Score(Case found, FactTallies tallies, int row)
    {
        var kind = found.Story.Index.Roster.KindOf(tallies.Target(row));
        var view =
            kind is not (FactKind.Assessment or FactKind.Outlook) ? 0
            : kind is FactKind.Outlook && AsksWhatComes(found.Question) ? OfOutlook
            : found.Question.Asks("view") ? OfView
            : tallies.Asked(row) >= Thresholds.Declared ? -OfView
            : -2 * OfView;
        return Math.Clamp(tallies.Score(row) + view + OfFact(found, tallies.Target(row)), 0, 1);
    }

    private static float OfFact(Case found, int target) => OfParties(found, target) + (Supported * Support(found, target));

    /// <summary>What takes the fact itself to say; it lies far away, and is not looked at in vain.</summary>
    private static float OfParties(Case found, int target)
    {
        if (found.Question is { Subject: null, Undergoer: null })
        {
            return 0;
        }

        var fact = found.Story.Revisions[target].Fact;
        return Roles.IsByWhoUnderwent(found.Question, fact) ? -OfUndergoer
            : found.Question.Subject is not { } subject ? 0
            : found.Question.Means("say") && found.SaidBy(fact, subject.Id) ? 2 * OfSubject
            : IsAskedToHaveSaid(found.Question, subject) ? -OfSubject
            : found.By(fact, subject.Id) ? OfSubject
            : -OfSubject;
    }

    /// <summary>"When will", "expected", "planned": an outlook is what answers.</summary>
    private static bool AsksWhatComes(Question question) =>
        question.Future
        || question.Means("expect")
        || question.Means("plan")
        || (question.YesNo && question.Words[0].Normal == "will")
        || TellForm.SpeaksOfNext(question);

    /// <summary>"What did X say about …": the word after the name.</summary>
    private static bool IsAskedToHaveSaid(Question question, Entity party) =>
        question.Means("say")
        && question.Mentions.Any(mention =>
            mention.Entity.Id == party.Id
            && mention.End < question.Words.Count
            && question.Words[mention.End].Normal is "say" or "said" or "says"
        );

    /// <summary>How well the best sentence the fact rests on answers.</summary>
    private static float Support(Case found, int target)
    {
        var best = 0f;
        foreach (var sentence in found.Story.Index.Roster.RestsOn(target))
        {
            foreach (var (number, chance) in found.Passages)
            {
                best = number == sentence ? Math.Max(best, chance) : best;
            }
        }

        return best;
    }
}
