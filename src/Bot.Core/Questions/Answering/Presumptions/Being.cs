using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>"Is X a Y": a fact that names X and Y beside each other does not say so.</summary>
internal static class Being
{
    /// <summary>Whether what somebody is was asked, and the fact only tells of both.</summary>
    public static bool IsOnlyBeside(Question question, Found fact)
    {
        if (
            question is not { YesNo: true, Mentions: [{ At: 1 or 2 } first, ..] }
            || question.Words[0].Normal is not ("is" or "are" or "was" or "were")
            || first.Entity.Kind is EntityKind.Place or EntityKind.Product
            || IsOfAnotherForm(question, first)
        )
        {
            return false;
        }

        var others = question.Terms.Select((term, i) => (term, i)).Where(pair => pair.term.Entity?.Id != first.Entity.Id).ToList();
        var match = fact.Match!;
        return others.TrueForAll(pair => !IsDone(pair.term))
            && others.FindAll(pair => pair.term.Entity is not null) switch
            {
                [var (_, named)] => fact.Fact.Kind is not FactKind.Background || match.OwnCredits[named] < 0.7f,
                [] when others is [var (_, called)] => fact.Fact.Kind is FactKind.Claim or FactKind.Finding or FactKind.Figure
                    || (HasArticle(question, first) && match.OwnCredits[called] < 0.9f),
                _ => false,
            };
    }

    /// <summary>"Is it X who …", "is X led by …", "was X right according to …".</summary>
    private static bool IsOfAnotherForm(Question question, Mention first) =>
        question.Words.Skip(first.End).Take(1).Any(word => word.Normal is "who" or "that")
        || question.Words.Skip(first.End).Any(word => word.Normal is "by" or "according");

    /// <summary>What is done to somebody, or what he is doing.</summary>
    private static bool IsDone(Term term) =>
        term.Entity is null && (Participles.IsOne(term.Shown) || term.Shown.EndsWith("ing", StringComparison.Ordinal));

    /// <summary>An article after the name: "is X the head".</summary>
    private static bool HasArticle(Question question, Mention mention) =>
        mention.End < question.Words.Count && question.Words[mention.End].Normal is "the" or "a" or "an";
}
