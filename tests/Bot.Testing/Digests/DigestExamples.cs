using Bot.Core.Digests;
using Bot.Core.Facts;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing.Digests;

/// <summary>A digest of each sort, for whoever shows them: each platform holds what it makes of them in files.</summary>
public static class DigestExamples
{
    private static readonly Assertion Gate = SmallStory.Fact("gate", "The Board opens the north gate.");
    private static readonly Assertion Toll = SmallStory.Fact("toll", "The Board asks a toll of 3 crowns.");
    private static readonly Account OneSide = SmallStory.Account("crowd", "calm", "The Board says that a crowd pushed against the gate.");
    private static readonly Account OtherSide = SmallStory.Account(
        "calm",
        "crowd",
        "The Ferry Company says that the gate stood open and nobody pushed.",
        byFerry: true
    );

    public static IReadOnlyDictionary<string, Digest> All { get; } =
        new Dictionary<string, Digest>
        {
            ["baseline"] = Of(Progress.None, [Gate, Toll]),
            ["quiet"] = Of(progress: null, [Gate, Toll]),
            ["one-correction"] = Of(progress: null, [Gate, Toll], [Gate, Toll with { Says = "The Board asks a toll of 2 crowns." }]),
            ["busy-day"] = Of(
                progress: null,
                [Gate, Toll],
                [
                    Gate with
                    {
                        Disputed = "The Ferry Company says that it is shut.",
                    },
                    Toll with
                    {
                        Ended = new Ending(EndingKind.Retracted, new DateOnly(2026, 3, 2), "The Gazette took it back."),
                    },
                    SmallStory.Fact("bell", "The Board rings the bell at noon."),
                    SmallStory.Fact("guard", "The Board posts a guard @everyone can see."),
                ]
            ),
            ["busy-week"] = Of(
                progress: null,
                [Gate, Toll],
                [
                    Gate with
                    {
                        Disputed = "The Ferry Company says that it is shut.",
                    },
                    Toll with
                    {
                        Ended = new Ending(EndingKind.Superseded, new DateOnly(2026, 3, 2), "It is free now."),
                    },
                    OneSide,
                    OtherSide,
                    .. Enumerable.Range(1, 12).Select(i => SmallStory.Fact($"bell-{i:00}", $"The Board rings bell {i}.")),
                ]
            ),
            ["over-the-limits"] = Of(
                progress: null,
                [Gate],
                [
                    Gate,
                    .. Enumerable
                        .Range(0, 40)
                        .Select(i =>
                            SmallStory.Fact(
                                $"gate-{i}",
                                $"The Board opens gate {i}{string.Concat(Enumerable.Repeat(", and another", 60))}."
                            )
                        ),
                ]
            ),
            ["accounts"] = Of(progress: null, [Gate], [Gate, OneSide, OtherSide]),
            ["final"] = Of(progress: null, new DateOnly(2026, 3, 2), [Gate], [Gate, Toll]),
        };

    /// <param name="progress">Null: all but the last edition was told, and a month went by where there is only one.</param>
    private static Digest Of(Progress? progress, params IReadOnlyList<Fact>[] editions) => Of(progress, closed: null, editions);

    private static Digest Of(Progress? progress, DateOnly? closed, params IReadOnlyList<Fact>[] editions)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var story = new SmallStory(time);
        story.Load(editions[0]);
        var told =
            progress ?? new Progress { Covered = new Covered(story.Now.Story.Slug, story.Now.Position, time.GetUtcNow(), IsFinal: false) };
        time.Advance(TimeSpan.FromDays(editions.Length == 1 ? 31 : 1));
        foreach (var edition in editions.Skip(1))
        {
            story.Load(edition, closed);
        }

        return DigestOf.Of(story.Now, told, TimeZoneInfo.Utc, time.GetUtcNow())!;
    }
}
