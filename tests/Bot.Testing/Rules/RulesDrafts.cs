using System.Globalization;
using Bot.Core.Facts;

namespace Bot.Testing.Rules;

/// <summary>Facts of few words, all resting on one document of record, so that any can be confirmed.</summary>
internal static class RulesDrafts
{
    private const string Sentence = "Somebody wrote this down.";
    private static readonly Place At = new("made", 1, 1);

    public static StoryDraft Base { get; } =
        new()
        {
            At = At,
            Slug = Word("river"),
            Title = Word("The river"),
            Language = Word("en"),
            TimeZone = Word("UTC"),
            Edition = Word("1"),
            EditionNotes =
            [
                new EditionNoteDraft(At)
                {
                    Edition = Word("1"),
                    Date = Word("2026-05-01"),
                    Note = Word("Begun."),
                },
            ],
            Seeds =
            [
                new SeedDraft(At)
                {
                    Id = Word("page"),
                    Form = Word("notes"),
                    Title = Word("A page"),
                    Body = Sentence,
                },
            ],
            Sources =
            [
                new SourceDraft(At)
                {
                    Id = Word("page-source"),
                    Title = Word("A page"),
                    Short = Word("a page"),
                    Origin = Word("page"),
                    Seed = Word("page"),
                    Record = Word("true"),
                },
            ],
            Facts = [.. RulesSteps.BaseFacts.Select(fact => Fact($"{fact} w0") with { Id = Word(fact) })],
        };

    public static string Says(string words) => $"It is {words}.";

    public static StoryDraft Of(string words) => new() { At = At, Facts = [Fact(words)] };

    /// <summary>What a step writes down by itself.</summary>
    public static FactSheet Sheet(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"It is {RulesSteps.Added(number)} w0."), "page-source", "")
        {
            Kind = FactKind.Claim,
            Status = FactStatus.Reported,
            On = "",
            Actors = "",
        };

    private static FactDraft Fact(string words) =>
        new(At)
        {
            Kind = Word("claim"),
            Speaker = [Word("page-source")],
            Status = Word("reported"),
            SaidOn = Word("2026-05-01"),
            Says = Word(Says(words)),
            Sources = [Word("page-source")],
            RestsOn = [new EvidenceDraft(At) { Seed = Word("page"), Sentence = Word(Sentence) }],
        };

    private static Text Word(string text) => new(text, At);
}
