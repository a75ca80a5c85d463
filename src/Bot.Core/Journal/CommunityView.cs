using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>A fact that is out of all answers while it is checked.</summary>
public sealed record HeldFact(FactId Fact, string Reason);

/// <summary>What a community made of a story, as it stands now: all that lies over the base.</summary>
/// <param name="Cast">Whom and what it named.</param>
/// <param name="Facts">What it added or says in another way than the base, held facts too.</param>
/// <param name="Held">Those that are out of all answers, with the reason that was given.</param>
/// <param name="Withdrawn">The facts of the base that it no longer gives.</param>
/// <param name="Names">What it calls those of the base besides.</param>
public sealed record CommunityView(
    Cast Cast,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<HeldFact> Held,
    IReadOnlyList<FactId> Withdrawn,
    IReadOnlyList<AddedName> Names
)
{
    public static CommunityView Of(StorySnapshot story)
    {
        if (story.Below is not { } below)
        {
            return new CommunityView(new Cast([], [], []), [], [], [], []);
        }

        var fold = OverlayFold.Of(below, story.Own);
        return new CommunityView(
            fold.Cast,
            [.. fold.Made.OrderBy(fact => fact.Id)],
            [.. fold.Held.Order().Select(fact => new HeldFact(fact, Reason(story, fact)))],
            [.. fold.Withdrawn.Order()],
            [
                .. fold
                    .AddedNames.OrderBy(added => added.Entity.Value, StringComparer.Ordinal)
                    .ThenBy(added => added.Name, StringComparer.Ordinal),
            ]
        );
    }

    private static string Reason(StorySnapshot story, FactId fact) =>
        story.Own.Last(envelope => envelope.Event is StoryEvent.FactHeld held && held.Fact == fact).Reason;
}
