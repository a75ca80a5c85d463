using System.Globalization;
using Bot.Core.Facts;

namespace Bot.Testing.Model;

/// <summary>Which words a state of a fact has, and whom it brings along.</summary>
/// <param name="Wording">The first few are those that the base uses, too; the others are a community's own.</param>
/// <param name="Tag">The person, source and document that are a community's own; empty: those of the base.</param>
internal sealed record Words(string Owner, string Fact, int Wording, string Tag)
{
    public string Says =>
        Tag.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"The council moved zb{Fact}v{Wording} over the river.")
            : string.Create(CultureInfo.InvariantCulture, $"Somebody saw {Marker}v{Wording} in the harbour.");

    public string Sentence => Tag.Length == 0 ? $"Somebody wrote zs{Fact} down." : $"It says {Marker}{Tag[1..]} here";

    /// <summary>Begins every word that only this owner's states of the fact hold.</summary>
    public string Marker => MadeDrafts.Marker(Owner, Fact);
}

/// <summary>Drafts of facts in which each owner, fact and state has a word of its own, so that it is seen wherever it turns up.</summary>
internal static class MadeDrafts
{
    /// <summary>Wordings from 0 that base and communities share; from there on they are a community's own.</summary>
    public const int Common = 3;

    /// <summary>When it was said, and so checked, where nobody says otherwise.</summary>
    public static readonly DateOnly SaidOn = new(2026, 5, 1);
    private static readonly Place At = new("made", 1, 1);

    public static string Marker(string owner, string fact) => $"zq{Plain(owner)}z{Plain(fact)}z";

    /// <summary>A base of facts, each in one of its wordings; only the base has the last one, and it names somebody whom nothing else does.</summary>
    /// <param name="renamed">A fact and its other id.</param>
    public static StoryDraft Base(int edition, IReadOnlyDictionary<string, int> facts, (string Fact, string Id)? renamed = null) =>
        new()
        {
            At = At,
            Slug = Word(Steps.Shared),
            Title = Word("The shared story"),
            Language = Word("en"),
            TimeZone = Word("Europe/London"),
            Edition = Word(edition.ToString(CultureInfo.InvariantCulture)),
            EditionNotes =
            [
                new EditionNoteDraft(At)
                {
                    Edition = Word(edition.ToString(CultureInfo.InvariantCulture)),
                    Date = Word("2026-05-01"),
                    Note = Word("Edited."),
                },
            ],
            Seeds = [Seed("page", string.Join("\n\n", Steps.BaseFacts.Select(fact => new Words("base", fact, 0, "").Sentence)))],
            Sources = [Source("page-source", "page")],
            Entities =
            [
                Person("council", "The Council"),
                .. facts.Where(fact => fact.Value == Common).Select(fact => Person($"{fact.Key}-witness", $"zw{fact.Key}v")),
            ],
            Facts = [.. facts.Select(fact => OfTheBase(fact.Key, fact.Value, fact.Key == renamed?.Fact ? renamed.Value.Id : null))],
        };

    /// <summary>States of facts, with whom and what they bring along.</summary>
    /// <param name="ids">Beside each state the id it is to have; null: it gets one.</param>
    public static StoryDraft Of(IReadOnlyList<(Words Words, string? Id)> ids, Brought? brought)
    {
        var draft = new StoryDraft
        {
            At = At,
            Facts = [.. ids.Select(given => Fact(given.Words) with { Id = given.Id is null ? null : Word(given.Id) })],
        };
        return brought is null
            ? draft
            : draft with
            {
                Seeds = brought.Facts is null ? [] : [Seed($"{brought.Tag}-seed", brought.Page)],
                Sources = brought.Facts is null ? [] : [Source($"{brought.Tag}-source", $"{brought.Tag}-seed")],
                Entities = [Person($"{brought.Tag}-who", brought.Name)],
            };
    }

    private static FactDraft OfTheBase(string fact, int wording, string? renamed) =>
        Fact(new Words("base", fact, wording, "")) with
        {
            Id = Word(renamed ?? fact),
            Formerly = renamed is null ? [] : [Word(fact)],
            About = wording == Common ? [Word($"{fact}-witness")] : [],
        };

    private static FactDraft Fact(Words words) =>
        new(At)
        {
            Kind = Word("claim"),
            Speaker = [Word(words.Tag.Length == 0 ? "council" : $"{words.Tag}-who")],
            Status = Word("alleged"),
            SaidOn = Word("2026-05-01"),
            Says = Word(words.Says),
            Sources = [Word(words.Tag.Length == 0 ? "page-source" : $"{words.Tag}-source")],
            RestsOn =
            [
                new EvidenceDraft(At)
                {
                    Seed = Word(words.Tag.Length == 0 ? "page" : $"{words.Tag}-seed"),
                    Sentence = Word(words.Sentence),
                },
            ],
        };

    private static SeedDraft Seed(string id, string body) =>
        new(At)
        {
            Id = Word(id),
            Form = Word("notes"),
            Title = Word("A page"),
            Body = body,
        };

    private static SourceDraft Source(string id, string seed) =>
        new(At)
        {
            Id = Word(id),
            Title = Word("A page"),
            Short = Word("a page"),
            Origin = Word(id),
            Seed = Word(seed),
        };

    private static EntityDraft Person(string id, string name) =>
        new(At)
        {
            Id = Word(id),
            Kind = Word("person"),
            Name = Word(name),
        };

    private static string Plain(string text) => new([.. text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private static Text Word(string text) => new(text, At);
}
