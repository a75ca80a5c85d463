using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>An answer as a rule gives it, before it is completed with passages and explanation.</summary>
internal sealed record Draft(Outcome Outcome, Shape Shape)
{
    public IReadOnlyList<Found> Facts { get; init; } = [];
    public IReadOnlyList<Found> Nearest { get; init; } = [];
    public double Confidence { get; init; }

    /// <summary>The sentence that answers, where it was not found by the words of the question.</summary>
    public Passage? Opening { get; init; }

    public static Draft Answered(Shape shape, IReadOnlyList<Found> facts, double confidence) =>
        new(new Outcome.Answered(), shape) { Facts = facts, Confidence = confidence };

    public static Draft Partly(Shape shape, IReadOnlyList<Found> facts, double confidence) =>
        new(new Outcome.Partly(), shape) { Facts = facts, Confidence = confidence };

    public static Draft Abstained(AbstentionReason reason, Shape shape, IReadOnlyList<Found> nearest, double confidence = 0) =>
        new(new Outcome.Abstained(reason), shape) { Nearest = nearest, Confidence = confidence };

    /// <summary>No rule found anything: the nearest facts where any come near, else nothing.</summary>
    public static Draft Nothing(Case found)
    {
        var nearest = found.Facts.From(Thresholds.Near).Take(2).ToList();
        return Abstained(
            found.IsInStory || found.IsOfADay || found.Question.Asks("overview") || (nearest.Count > 0 && PointsAtIt(found.Question))
                ? AbstentionReason.NotInSources
                : AbstentionReason.OutsideStory,
            new Shape.NothingNear(),
            nearest,
            found.Top?.Score * 0.5 ?? 0
        );
    }

    /// <summary>"How much is stuck in there": whatever it is, it is of the story.</summary>
    private static bool PointsAtIt(Question question) =>
        question.Has(word => word is "it" or "this" or "these" or "those" or "there" or "they" or "them" or "their" or "he" or "she");

    /// <summary>Each fact once, and an account only with the other side's.</summary>
    public static List<Found> WithPartners(Case found, IEnumerable<Found> facts)
    {
        var complete = new List<Found>();
        foreach (var fact in facts)
        {
            if (fact.Fact is not Account account)
            {
                AddOnce(complete, fact);
            }
            else if (found.Find(account.Other) is { } other)
            {
                AddOnce(complete, fact);
                AddOnce(complete, other);
            }
        }

        return complete;
    }

    private static void AddOnce(List<Found> complete, Found fact)
    {
        if (!complete.Exists(other => other.Target == fact.Target))
        {
            complete.Add(fact);
        }
    }
}

/// <summary>How near is near enough, on the scale of <see cref="Ranking.Match.Score"/>. Fitted on the case files.</summary>
internal static class Thresholds
{
    /// <summary>From here a fact answers.</summary>
    public const float Answers = 0.5f;

    /// <summary>A fact that answers holds this share of the words that name no entity; one that is shown instead, this.</summary>
    public const float Content = 0.45f;
    public const float ContentNearly = 0.3f;

    /// <summary>From here a fact is shown as what our sources say instead, if it holds this share of the question.</summary>
    public const float Nearly = 0.36f;
    public const float NearlyCovers = 0.5f;

    /// <summary>From here a fact is worth showing as the nearest the story has.</summary>
    public const float Near = 0.3f;

    /// <summary>Why a party did something is often asked of what it did not do: what it did or said shows that from here on.</summary>
    public const float NearOfParty = 0.2f;

    /// <summary>A gap speaks when it is this near, and no fact is nearer by <see cref="GapMargin"/>.</summary>
    public const float Gap = 0.45f;
    public const float GapMargin = 0.0f;

    /// <summary>From here a gap speaks in place of facts that lack what was asked for.</summary>
    public const float GapInstead = 0.6f;

    /// <summary>Facts this close to the best belong to the answer.</summary>
    public const float Together = 0.08f;
    public const float SaidWith = 0.3f;

    /// <summary>A fact that holds this share of a yes-or-no question answers it.</summary>
    public const float Covers = 0.75f;

    /// <summary>The same for a question that only wants to be told it is right.</summary>
    public const float CoversLeading = 0.9f;

    /// <summary>A fact this near, with no other within the second, is what was asked for.</summary>
    public const float Alone = 0.55f;
    public const float AloneBy = 0.2f;

    /// <summary>A question this like a way of asking was foreseen by whoever curates the fact.</summary>
    public const float Declared = 0.75f;

    /// <summary>A way of asking for the same sort of thing this like the question says that the fact holds it.</summary>
    public const float SlotAsked = 0.55f;

    /// <summary>From this chance on a sentence answers (<see cref="Ranking.PassageChance" />), fitted with its weights.</summary>
    public const float Passage = 0.41f;

    /// <summary>From here it is worth showing as the nearest: of questions about another story a quarter comes so near.</summary>
    public const float PassageNear = 0.1f;
}
