using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>What is missing in a fact, as the story itself tells: no question of anybody's is kept.</summary>
public sealed record Gap(FactId Fact, IReadOnlyList<Lack> Lacks)
{
    /// <summary>The facts in force that lack something, those first that lack most by weight, and of these what was looked at longest ago.</summary>
    public static IReadOnlyList<Gap> In(StorySnapshot story, DateOnly today) =>
        [
            .. story
                .InForce.Select(revision => (revision.Fact, Lacks: Of(revision.Fact, today)))
                .Where(found => found.Lacks.Count > 0)
                .OrderByDescending(found => found.Lacks.Sum(Weight))
                .ThenBy(found => found.Fact.Checked ?? DateOnly.MinValue)
                .ThenBy(found => found.Fact.Id)
                .Select(found => new Gap(found.Fact.Id, found.Lacks)),
        ];

    private static IReadOnlyList<Lack> Of(Fact fact, DateOnly today) =>
        [
            .. fact.Holds == Holding.Ongoing && !(fact.Checked is { } day && today.DayNumber - day.DayNumber <= DateWords.Fresh)
                ? [Lack.Recheck]
                : Array.Empty<Lack>(),
            .. fact.Happened is null ? [Lack.Date] : Array.Empty<Lack>(),
            .. fact.Speaker is Speaker.Carrier ? [Lack.Speaker] : Array.Empty<Lack>(),
        ];

    /// <summary>Readers are told of what goes on; after that they ask when; that a page itself speaks misleads nobody.</summary>
    private static int Weight(Lack lack) =>
        lack switch
        {
            Lack.Recheck => 4,
            Lack.Date => 2,
            _ => 1,
        };
}

/// <summary>What a fact can lack.</summary>
public enum Lack
{
    /// <summary>It goes on, and nobody has looked of late whether it still does.</summary>
    Recheck,

    /// <summary>Neither when it happened nor when it was said.</summary>
    Date,

    /// <summary>Nobody is named who says it: a page does.</summary>
    Speaker,
}
