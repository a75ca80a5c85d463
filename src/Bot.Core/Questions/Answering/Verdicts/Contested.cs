using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Verdicts;

/// <summary>A contested description was asked about: both accounts, whichever side the question took, and no verdict.</summary>
internal static class Contested
{
    /// <summary>How far behind the best fact an account may be whose own words were used.</summary>
    private const float Behind = 0.12f;

    /// <summary>The same, where an account holds all that the best fact holds, or is asked for in the same way.</summary>
    private const float FarBehind = 0.25f;

    /// <summary>How far before the best fact it must be, where no word is its own.</summary>
    private const float Ahead = 0.03f;

    /// <summary>How like a way of asking for it a question for a cause or a way must be.</summary>
    private const float AskedAlike = 0.35f;

    public static Draft? Apply(Case found)
    {
        var touched = found.Facts.OfKind(FactKind.Account, among: 6).FirstOrDefault(fact => IsAskedFor(found, fact));
        return touched is { Fact: Account account } ? Both(found, touched, account) : null;
    }

    /// <summary>An account with the other side's, and what was said with either; null where the question is about somebody else.</summary>
    public static Draft? Both(Case found, Found touched, Account account)
    {
        if (found.Find(account.Other) is not { } other || IsOfSomebodyElse(found, account) || IsOfOtherAllegations(found.Question, touched))
        {
            return null;
        }

        var (first, second) = InOrder(touched, other);
        var beside = found.LinkingTo(LinkKind.SaidWith, [first.Fact.Id, second.Fact.Id]).Where(fact => fact.Fact is Assertion).Take(2);
        return Draft.Partly(new Shape.AccountsDiffer(first.Scored, second.Scored), [first, second, .. beside], touched.Score);
    }

    /// <summary>
    /// Who uses a contested word and gets no plain answer is shown what both sides say, whatever was asked; and it is the answer where there is
    /// nothing else.
    /// </summary>
    public static Draft Beside(Case found, Draft draft) =>
        draft.Outcome switch
        {
            Outcome.Abstained { Reason: AbstentionReason.NotInSources }
                when draft.Shape is Shape.NothingNear && Worded(found) is { Fact: Account told } touched => Both(found, touched, told)
                ?? draft,
            Outcome.Partly when Described(found, draft.Facts) is { } account => draft with { Facts = [.. draft.Facts, account] },
            Outcome.Abstained { Reason: AbstentionReason.NotInSources } when Described(found, draft.Nearest) is { } account => draft with
            {
                Nearest = [.. draft.Nearest, account],
            },
            _ => draft,
        };

    /// <summary>An account that, with the other side's, alone holds a word that matters, unless one is shown already.</summary>
    private static Found? Described(Case found, IReadOnlyList<Found> shown) =>
        shown.Any(fact => fact.Fact is Account)
            ? null
            : found
                .Question.Terms.Select((term, i) => MayTell(term) ? found.Facts.OnlyOfKind(FactKind.Account, i, 0.7f) : null)
                .FirstOrDefault(account => account is not null);

    /// <summary>An account one of whose words that matter was used, where no statement but those of accounts has it.</summary>
    private static Found? Worded(Case found) =>
        found
            .Question.Terms.Select(term =>
                term.Alternatives.Count > 0 && MayTell(term) ? FirstOfAccounts(found.Stating(term.Alternatives[0].Term)) : null
            )
            .FirstOrDefault(account => account is not null);

    private static bool MayTell(Term term) => term is { Entity: null, Weight: >= Reservations.Heavy } && !term.Means("name", "say");

    /// <summary>The first of some facts where all are accounts; null otherwise.</summary>
    private static Found? FirstOfAccounts(IEnumerable<Found> facts)
    {
        Found? first = null;
        foreach (var fact in facts)
        {
            if (fact.Fact is not Account)
            {
                return null;
            }

            first ??= fact;
        }

        return first;
    }

    /// <summary>
    /// The account comes before all facts, or is what a cause was asked for, or a word was used that no fact but the two accounts holds.
    /// Names alone do not ask for it, except its own speaker's.
    /// </summary>
    private static bool IsAskedFor(Case found, Found fact)
    {
        var (question, match) = (found.Question, fact.Match!);
        if (
            IsNameAlone(question)
            || (AsksForWords(question) && !HoldsOfMatter(question, match))
            || (Measures.Asked(question) && !Measures.Fit(question, fact.Fact))
        )
        {
            return false;
        }

        var best = found.Facts.Where(other => other.Fact is not Account).Select(other => other.Score).FirstOrDefault();
        if (fact.Score < Thresholds.Near || fact.Score < best - FarBehind)
        {
            return false;
        }

        if (HoldsAsMuch(found, match) || (question.Slot is Slot.Cause or Slot.Manner && match.SlotAsked >= AskedAlike))
        {
            return true;
        }

        if (fact.Score < best - Behind)
        {
            return false;
        }

        var content =
            question.Terms.Where((term, i) => match.Credits[i] >= 0.5f && IsContent(found, fact.Fact, term)).Any()
            && (!question.YesNo || (question.Doer ?? question.Subject) is null || HoldsHalf(question, match));
        return UsesItsOwnWord(found, fact)
            || (content && fact.Score >= Math.Max(best + Ahead, found.Gap?.Score ?? 0) && fact.Score >= Thresholds.Answers)
            || (
                (question.YesNo || (question.Subject is { } speaker && found.SaidBy(fact.Fact, speaker.Id)))
                && found.Facts[0].Fact.Linked(LinkKind.SaidWith).Contains(fact.Fact.Id)
            )
            || (
                question.Subject is { } subject
                && found.SaidBy(fact.Fact, subject.Id)
                && fact.Score >= best
                && (content || question.Doubting || (!question.YesNo && fact.Score >= best + Behind))
            );
    }

    /// <summary>"Who is X", "did X lie": nothing was said of what the accounts are about.</summary>
    private static bool IsNameAlone(Question question) =>
        question.Terms.All(term => term.Entity is not null) && !question.Means("say") && question.Slot is not (Slot.Cause or Slot.Manner);

    private static bool AsksForWords(Question question) =>
        Roles.AskedToHaveSaid(question) is not null || (question.Doer is not null && (question.Means("deny") || question.Means("respond")));

    /// <summary>"What did X say about the allegations": which, is told by no word of the account.</summary>
    private static bool IsOfOtherAllegations(Question question, Found account) =>
        (question.Means("accuse") || question.Means("allegation"))
        && AsksForWords(question)
        && account.Match is { } match
        && !HoldsOfMatter(question, match);

    /// <summary>"What does X say about it", "did X deny the calls": X has an account of something else, and that is not asked.</summary>
    public static bool HoldsOfMatter(Question question, Match match) =>
        question
            .Terms.Where(
                (term, i) =>
                    term.Entity is null && !term.Means("say", "respond", "deny", "accuse", "allegation") && match.Credits[i] >= 0.5f
            )
            .Any();

    /// <summary>"Did X commit it", where the accounts are of what Y does.</summary>
    private static bool IsOfSomebodyElse(Case found, Fact account) =>
        found.Question.YesNo
        && Doer(found.Question) is { } doer
        && (!found.Question.Means("say") || found.Question.Has(word => word.StartsWith("admit", StringComparison.Ordinal)))
        && !found.By(account, doer.Id)
        && !account.About.Any(id => id == doer.Id || found.Book[id].Of == doer.Id || doer.Of == id);

    /// <summary>Who did it, or is doing it.</summary>
    private static Entity? Doer(Question question) =>
        question.Doer
        ?? (question.Leading || question.Has(word => word.EndsWith("ing", StringComparison.Ordinal)) ? question.Subject : null);

    /// <summary>A word of what it says, or a name it speaks of; not its speaker's, nor that something is said.</summary>
    private static bool IsContent(Case found, Fact account, Term term) =>
        term.Entity is { } entity ? !found.By(account, entity.Id) : !term.Means("say", "respond");

    /// <summary>"Did X move the data to Y": an account that has a step of X in it, and nothing else, is not asked for.</summary>
    private static bool HoldsHalf(Question question, Match account)
    {
        var heavy = Enumerable
            .Range(0, question.Terms.Count)
            .Where(i => question.Terms[i] is { Entity: null, Weight: >= Reservations.Heavy } term && !term.Means("say", "respond"))
            .ToList();
        return heavy.Count(i => account.Credits[i] >= 0.5f) * 2 >= heavy.Count;
    }

    /// <summary>Whether it holds, in its own words, every word of content that the best fact holds: two at least.</summary>
    private static bool HoldsAsMuch(Case found, Match account)
    {
        var terms = found.Question.Terms;
        var held = Enumerable.Range(0, terms.Count).Where(i => terms[i].Entity is null && found.Top!.Match!.OwnCredits[i] >= 0.7f).ToList();
        return held.Count > 1 && found.Question.Slot is null && held.TrueForAll(i => account.OwnCredits[i] >= 0.7f);
    }

    private static bool UsesItsOwnWord(Case found, Found account)
    {
        var match = account.Match!;
        for (var i = 0; i < found.Question.Terms.Count; i++)
        {
            if (
                found.Question.Terms[i].Entity is null
                && match.OwnCredits[i] >= 0.7f
                && found.Facts.OnlyOfKind(FactKind.Account, i, 0.7f) is not null
            )
            {
                return true;
            }
        }

        return false;
    }

    private static (Found First, Found Second) InOrder(Found one, Found other)
    {
        var (left, right) = (one.Fact.SaidBy ?? DateOnly.MaxValue, other.Fact.SaidBy ?? DateOnly.MaxValue);
        return left < right || (left == right && one.Target < other.Target) ? (one, other) : (other, one);
    }
}
