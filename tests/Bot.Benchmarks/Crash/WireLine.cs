using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Benchmarks.Crash;

/// <summary>One line to the child: a change that somebody asks for, or, without a kind, to tell what a community has.</summary>
/// <param name="Kind">What is wanted: <c>add</c>, <c>restate</c>, <c>recheck</c>, <c>hold</c>, <c>release</c>, <c>withdraw</c>, <c>erase</c> or <c>settle</c>.</param>
/// <param name="Says">The sentence of a fact that is added or said otherwise; for settings the story that is chosen.</param>
internal sealed record WireLine(string Delivery, string Community, string Story, string? Kind = null, string Fact = "", string Says = "")
{
    /// <summary>Is answered once readers have what stands at the position in <see cref="Says"/>.</summary>
    public const string Sees = "sees";

    private static readonly JsonSerializerOptions Plain = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly Place At = new("line", 1, 1);

    public static WireLine Read(string line) => JsonSerializer.Deserialize<WireLine>(line, Plain)!;

    public string Write() => JsonSerializer.Serialize(this, Plain);

    public ChangeRequest Request() =>
        new()
        {
            Community = new CommunityId(Community),
            Story = new StorySlug(Story),
            By = new PersonKey("driver"),
            Command = new CommandId(Delivery),
            Reason = $"Asked for by {Delivery}.",
            Change = Change(),
        };

    private Change Change()
    {
        var fact = new FactId(Fact);
        return Kind switch
        {
            "add" => new Change.Add(Draft()),
            "restate" => new Change.Restate(fact, Draft()),
            "recheck" => new Change.Recheck(fact, new DateOnly(2026, 6, 2)),
            "hold" => new Change.Hold(fact),
            "release" => new Change.Release(fact),
            "withdraw" => new Change.Withdraw(fact),
            "erase" => new Change.EraseFact(fact),
            "settle" => new Change.Follow(Says.Length > 0 ? new StorySlug(Says) : null),
            _ => throw new InvalidOperationException($"'{Kind}' is no change."),
        };
    }

    /// <summary>The fact as a page of its own says it.</summary>
    private StoryDraft Draft()
    {
        var (seed, source) = (Word($"{Fact}-page"), Word($"{Fact}-source"));
        return new StoryDraft
        {
            At = At,
            Seeds =
            [
                new SeedDraft(At)
                {
                    Id = seed,
                    Form = Word("notes"),
                    Title = Word("A page"),
                    Body = Says,
                },
            ],
            Sources =
            [
                new SourceDraft(At)
                {
                    Id = source,
                    Title = Word("A page"),
                    Short = Word("a page"),
                    Origin = Word(Fact),
                    Seed = seed,
                },
            ],
            Facts =
            [
                new FactDraft(At)
                {
                    Id = Word(Fact),
                    Kind = Word("claim"),
                    Speaker = [source],
                    Status = Word("alleged"),
                    SaidOn = Word("2026-06-01"),
                    Says = Word(Says),
                    Sources = [source],
                    RestsOn = [new EvidenceDraft(At) { Seed = seed, Sentence = Word(Says) }],
                },
            ],
        };
    }

    private static Text Word(string text) => new(text, At);
}
