using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>
/// Who curates a story wrote that a fact, or a gap, is asked for in just these words. It is then not passed over for what only comes near. What rules
/// found that list, compare or judge stays as it is.
/// </summary>
internal static class AskedJustSo
{
    private const double Sure = 0.9;

    public static (Draft Draft, string Rule) Heed(Case found, Draft draft, string rule)
    {
        if (
            draft.Shape is not (Shape.Direct or Shape.FromPassage or Shape.PremiseFails or Shape.Responses { From: null })
            && !IsLack(draft.Shape)
        )
        {
            return (draft, rule);
        }

        var views = Views(found);
        if (views.Count == 0)
        {
            return (draft, rule);
        }

        var facts = views
            .Where(view => view.Of == ViewOf.Asked && found.Counts(view.Target))
            .Select(view => found.At(view.Target))
            .DistinctBy(fact => fact.Target)
            .ToList();
        var alone = draft.Shape is Shape.KnownGap && views.TrueForAll(view => view.Of == ViewOf.Asked);
        return facts.Count > 0
            ? alone
                ? Just(facts)
                : Of(found.Question, facts, draft, rule)
            : draft is { Outcome: Outcome.Answered, Shape: Shape.Direct or Shape.FromPassage } && Gap(found, views) is { } gap
                ? (KnownGaps.Of(found, gap), Rules.AskedJustSo)
                : (draft, rule);
    }

    private static (Draft Draft, string Rule) Of(Question question, List<Found> facts, Draft draft, string rule)
    {
        if (draft.Facts.Concat(draft.Nearest).Any(shown => facts.Exists(fact => fact.Target == shown.Target)))
        {
            return draft.Shape is Shape.NotSaid or Shape.Responses { Groups.Count: 0, From: null } && KeepsRoles(question) ? Just(facts)
                : draft is { Outcome: Outcome.Answered, Shape: Shape.Direct { Slot: null or Slot.Name } } && IsBehind(facts, draft)
                    ? (draft with { Facts = [.. facts, .. Others(facts, draft)] }, rule)
                : (draft, rule);
        }

        return draft.Shape is Shape.PremiseFails ? (draft with { Facts = [.. facts, .. draft.Facts] }, rule) : Just(facts);
    }

    /// <summary>The same words with two parties in them may tell it the other way round, and with one, where it does not come first.</summary>
    private static bool KeepsRoles(Question question) =>
        question.Mentions is [] || (question.Mentions is [{ At: var at }] && (!question.YesNo || at <= 2));

    private static (Draft Draft, string Rule) Just(List<Found> facts) =>
        (Draft.Answered(new Shape.Direct(), facts, Sure), Rules.AskedJustSo);

    private static bool IsBehind(List<Found> facts, Draft draft) => facts.TrueForAll(fact => fact.Target != draft.Facts[0].Target);

    private static IEnumerable<Found> Others(List<Found> facts, Draft draft) =>
        draft.Facts.Where(shown => facts.TrueForAll(fact => fact.Target != shown.Target));

    /// <summary>Shapes that say what is not given.</summary>
    private static bool IsLack(Shape shape) =>
        shape
            is Shape.KnownGap
                or Shape.SlotMissing
                or Shape.NotGiven
                or Shape.NotSaid
                or Shape.NothingLater
                or Shape.NotNamed
                or Shape.PassageNear
                or Shape.NothingNear
                or Shape.Responses { Groups.Count: 0 }
                or Shape.Unreadable;

    private static Absence? Gap(Case found, List<View> views) =>
        views.Where(view => view.Of == ViewOf.Gap).Select(view => found.Book.Story.Absent[view.Target]).FirstOrDefault(found.Holds);

    /// <summary>"How did they find out" and "what did they find" have the same words: what asks for the same sort of thing goes before.</summary>
    private static List<View> Views(Case found)
    {
        var views = found.Story.Index.AskedJustSo(found.Question.TermIds()).ToList();
        var alike = views.FindAll(view => view.Slot == found.Question.Slot);
        return alike.Count > 0 ? alike : views;
    }
}
