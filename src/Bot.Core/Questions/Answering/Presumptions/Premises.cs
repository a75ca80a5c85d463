using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>What a question takes for granted is held against the facts before it is answered.</summary>
internal static class Premises
{
    /// <summary>What is this far behind the best fact was not asked about.</summary>
    private const float FarBehind = 0.25f;

    public static Draft? Apply(Case found) => Suspension(found) ?? Denial(found);

    /// <summary>"Why were the … suspended?", where the facts know the … only as exempt; and the other way round.</summary>
    private static Draft? Suspension(Case found)
    {
        var question = found.Question;
        var stopped =
            question.Means("suspend")
            || question.Means("end")
            || question.Means("close")
            || question.Means("lose")
            || SpeaksOfACut(question);
        var continues = question.Means("continue");
        if (question.Negated || stopped == continues)
        {
            return null;
        }

        var (taken, opposite) = stopped ? (FactKind.Suspension, FactKind.Exemption) : (FactKind.Exemption, FactKind.Suspension);
        var facts = found.OfKind(taken, opposite).ToList();
        var telling = question
            .Terms.Select((term, i) => (term, i))
            .Where(pair =>
                pair.term is { Entity: null, IsOfDate: false }
                && !pair.term.Means("suspend", "end", "close", "lose", "continue", "article", "report")
                && !IsACut(pair.term.Shown)
                && found.Spoken(pair.term)
            )
            .Where(pair => !Holds(facts, taken, pair.i) && Holds(facts, opposite, pair.i))
            .ToList();
        if (telling.Count == 0 || IsOfAnotherKind(found.Top) || IsToldOutright(found, opposite))
        {
            return null;
        }

        var turned = facts.Where(fact => fact.Fact.Kind == opposite && telling.Any(pair => Own(fact, pair.i))).ToList();
        if (turned.TrueForAll(fact => fact.Score < found.Top!.Score - FarBehind))
        {
            return null;
        }

        var instead = facts.Where(fact => fact.Fact.Kind == taken).OrderByDescending(fact => fact.Score).Take(3);
        return Draft.Partly(
            new Shape.PremiseFails(stopped ? Premise.SuspendedButExempt : Premise.ExemptButSuspended),
            [.. turned, .. Case.Order(instead)],
            0.8
        );
    }

    /// <summary>"Why was it cut": who cuts prices or jobs stops nothing.</summary>
    private static bool SpeaksOfACut(Question question) =>
        question.Has(IsACut) && question.Has(word => word is "was" or "were" or "been" or "get" or "got" or "is" or "are");

    private static bool IsACut(string word) => word is "cut" or "pulled";

    /// <summary>What was stopped may be told as a deed, not as a suspension.</summary>
    private static bool IsOfAnotherKind(Found? top) =>
        top is { Score: >= Thresholds.Answers, Match.Held: >= Thresholds.Covers }
        && top.Fact.Kind is FactKind.Act or FactKind.Limit or FactKind.Finding;

    /// <summary>"Does it reach the …", where who curates the fact that it does not foresaw that it is asked so: the fact is the whole answer.</summary>
    private static bool IsToldOutright(Case found, FactKind opposite) =>
        found.Question is { YesNo: true, Leading: false } && found.Top is { Match.Asked: >= 0.95f } top && top.Fact.Kind == opposite;

    private static bool Holds(IEnumerable<Found> facts, FactKind kind, int term) =>
        facts.Any(fact => fact.Fact.Kind == kind && Own(fact, term));

    private static bool Own(Found fact, int term) => fact.Match is { } match && match.OwnCredits[term] >= 0.7f;

    /// <summary>A denial was asked for: it must be in the facts as one. Declining to comment is none.</summary>
    private static Draft? Denial(Case found)
    {
        var question = found.Question;
        if (!question.Means("deny") || found.Linking(LinkKind.Denies).Any(fact => IsBySubject(found, fact)))
        {
            return null;
        }

        if (found.States("#deny"))
        {
            return null;
        }

        var subjects = question.Mentions.Select(mention => mention.Entity).ToList();
        var instead = found
            .OfKind(FactKind.NonAnswer, FactKind.Response)
            .Where(fact => subjects.Count == 0 ? fact.Fact is NonAnswer : subjects.Any(entity => found.By(fact.Fact, entity.Id)))
            .OrderBy(fact => fact.Fact is NonAnswer ? 0 : 1)
            .Take(3)
            .ToList();
        var shape = new Shape.PremiseFails(Premise.NoDenial);
        return instead.Count > 0 ? Draft.Partly(shape, instead, 0.7)
            : found.Book.Facts.Count > 0 ? Draft.Abstained(AbstentionReason.NotInSources, shape, [])
            : null;
    }

    private static bool IsBySubject(Case found, Found fact) => found.Question.Subject is not { } subject || found.By(fact.Fact, subject.Id);
}
