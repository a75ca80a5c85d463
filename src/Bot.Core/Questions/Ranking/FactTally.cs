using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>Adds up what the views of one fact, or of one gap, give for a question.</summary>
internal sealed class FactTally(Question question, TermMatcher matcher)
{
    private readonly float[] all = new float[question.Terms.Count];
    private readonly float[] near = new float[question.Terms.Count];
    private readonly float[] roles = new float[question.Terms.Count];
    private readonly float[] own = new float[question.Terms.Count];
    private readonly float[] lacked = new float[question.Terms.Count];
    private readonly HashSet<int> function = [.. question.Words.Where(word => word.IsStop).Select(word => word.TermId)];
    private float[] nearest = new float[question.Terms.Count];
    private float asked;
    private float ownBack;
    private float slotAsked;

    public void Take(TermIndex index, int text, View view)
    {
        var credits = new float[all.Length];
        matcher.Credit(index.Terms(text), credits);
        switch (view.Of)
        {
            case ViewOf.Lacking:
                Raise(lacked, credits);
                return;
            case ViewOf.Statement:
                Raise(all, credits);
                Raise(own, credits);
                Raise(near, credits);
                ownBack = Back(index, text);
                return;
            case ViewOf.Role:
                Raise(all, credits);
                Raise(roles, credits);
                return;
            case ViewOf.Evidence:
                Raise(all, credits);
                Raise(near, credits);
                return;
            default:
                Raise(all, credits);
                TakeAsked(index, text, view, credits);
                return;
        }
    }

    public Match Sum(int target)
    {
        var told = near.ToArray();
        Raise(near, roles);
        Raise(near, nearest);
        var (coverage, ownShare) = (matcher.Share(all), matcher.Share(own));
        var score =
            (FactWeights.Best * Math.Max(asked, FactWeights.OwnAgainstAsked * ownShare))
            + (FactWeights.Coverage * coverage)
            + (FactWeights.Own * ownShare)
            + (FactWeights.OwnBack * ownBack * ownShare);
        return new Match(target, score / FactWeights.Sum)
        {
            Asked = asked,
            SlotAsked = slotAsked,
            Own = ownShare,
            Coverage = coverage,
            Held = matcher.Share(near),
            Content = Content(),
            Credits = near,
            OwnCredits = own,
            Told = told,
            Lacked = lacked,
        };
    }

    private float Content()
    {
        var (held, total) = (0f, 0f);
        for (var i = 0; i < all.Length; i++)
        {
            if (question.Terms[i].Entity is null)
            {
                total += question.Terms[i].Weight;
                held += question.Terms[i].Weight * near[i];
            }
        }

        return total == 0 ? 1 : held / total;
    }

    private void TakeAsked(TermIndex index, int text, View view, float[] credits)
    {
        var likeness =
            matcher.Share(credits)
            * (1 - FactWeights.Back + (FactWeights.Back * Back(index, text)))
            * (1 - FactWeights.Function + (FactWeights.Function * Alike(view.Function)));
        if (likeness * Agreement(view) is var agreed && agreed > asked)
        {
            (asked, nearest) = (agreed, credits);
        }

        if (question.Slot is { } slot && view.Slots.Contains(slot))
        {
            slotAsked = Math.Max(slotAsked, likeness);
        }
    }

    /// <summary>How much of a text the question holds.</summary>
    private float Back(TermIndex index, int text)
    {
        var (held, total) = (0f, 0f);
        foreach (var word in index.Words(text))
        {
            var idf = index.Idf(word);
            total += idf;
            held += idf * matcher.CreditOf(word);
        }

        return total == 0 ? FactWeights.EmptyPhrase : held / total;
    }

    private float Alike(IReadOnlySet<int> words)
    {
        var shared = function.Count(words.Contains);
        return function.Count + words.Count == 0 ? 1 : 2f * shared / (function.Count + words.Count);
    }

    /// <summary>"When" and "how many" are not the same question, however alike the rest is.</summary>
    private float Agreement(View view) =>
        (question.Slot, view.Slots.Count) switch
        {
            // Whoever asks why something was done that was not done asks for the gap.
            (Slot.Cause, 0) when view.Of is ViewOf.Gap => FactWeights.CauseOfGap,
            (Slot.Manner, _) => 1,
            ({ } slot, _) when view.Slots.Contains(slot) => 1,
            (Slot.Name, 0) => FactWeights.NameMissing,
            ({ }, 0) => FactWeights.SlotMissing,
            ({ }, _) => FactWeights.SlotDiffers,
            (null, 0) => 1,
            _ => view.Slots.Contains(Slot.Manner) ? 1 : FactWeights.SlotMissing,
        };

    private static void Raise(float[] best, float[] credits)
    {
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = Math.Max(best[i], credits[i]);
        }
    }
}

/// <summary>
/// What each part weighs: found by leaving out each phrasing of the stories in turn and asking it, rounded, then held to the case files
/// (<c>docs/decisions/0002-answers-from-facts.md</c>).
/// </summary>
internal static class FactWeights
{
    public const float Best = 0.35f;
    public const float Own = 0.08f;
    public const float OwnBack = 0.025f;
    public const float Coverage = 0.33f;

    /// <summary>The most that the parts come to.</summary>
    public const float Sum = Best + Own + OwnBack + Coverage;
    public const float OwnAgainstAsked = 0.26f;
    public const float Back = 0.25f;
    public const float Function = 0.13f;
    public const float EmptyPhrase = 0.5f;
    public const float CauseOfGap = 0.58f;
    public const float NameMissing = 0.8f;
    public const float SlotMissing = 0.4f;
    public const float SlotDiffers = 0.4f;
}
