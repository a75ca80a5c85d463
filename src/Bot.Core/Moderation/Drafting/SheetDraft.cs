using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Drafting;

/// <summary>
/// A proposed fact as a draft of the story format, with the people and sources it brings along. It rests on the source's own sentence where that has it, else on a moderator's note:
/// a small document of the community's own.
/// </summary>
internal static class SheetDraft
{
    private static readonly Place At = new("card", 1, 1);

    /// <summary>An id that nothing in the story has, for a fact that nobody began to write before.</summary>
    public static FactId NewId(FactSheet sheet, StorySnapshot story)
    {
        for (var salt = 0; ; salt++)
        {
            var id = new FactId($"~{new FactId($"{sheet.Content} {story.Position} {salt}").Handle}");
            if (story.Book.WithHandle(id.Handle) is null && !story.Erased.Contains(id) && !story.Targets(id).Any())
            {
                return id;
            }
        }
    }

    /// <param name="id">The fact's; what it brings along is called after it.</param>
    /// <param name="today">The day on which somebody had the source before them.</param>
    public static StoryDraft Of(ProposedFact proposed, FactId id, DateOnly today)
    {
        var sentence = proposed.Sheet.Sentence;
        var (source, seed) = (Source(proposed.Source!, id), Note(proposed.Source!, id, sentence));
        var speaker = Speaker(proposed.Speaker!, id, out var people);
        return new StoryDraft
        {
            At = At,
            Seeds = seed is null ? [] : [seed],
            Sources = source is null ? [] : [source],
            Entities = people,
            Names = Names(proposed.Speaker!, id),
            Facts =
            [
                new FactDraft(At)
                {
                    Id = Word(id.Value),
                    Kind = Word(Vocabulary.Word(proposed.Kind)),
                    Actor = [.. proposed.Actors.Select(actor => Word(actor.Id.Value))],
                    Speaker = [speaker ?? Word(Cited(proposed.Source!, id))],
                    Status = Word(Vocabulary.Word(proposed.Status)),
                    On = proposed.On is { } on ? Word(on.ToString()) : null,
                    Checked = Word(PartialDate.Of(today).ToString()),
                    Figure = proposed.Figure is { } figure
                        ? new FigureDraft(At)
                        {
                            Value = Word(figure.Value),
                            Unit = Word(figure.Unit),
                            Qualifier = figure.Qualifier is { } bound ? Word(bound) : null,
                        }
                        : null,
                    Says = Word(sentence),
                    Sources = [Word(Cited(proposed.Source!, id))],
                    RestsOn = [Rests(proposed.Source!, id, sentence)],
                },
            ],
        };
    }

    private static string Cited(GivenSource source, FactId id) =>
        source is GivenSource.Quoted quoted ? quoted.Source.Id.Value : $"{id}-source";

    private static EvidenceDraft Rests(GivenSource source, FactId id, string sentence) =>
        new(At) { Seed = Word(source is GivenSource.Quoted quoted ? quoted.Seed.Value : $"{id}-note"), Sentence = Word(sentence) };

    /// <summary>A note on a source of the story is one more source, of the same origin: it does not count twice.</summary>
    private static SourceDraft? Source(GivenSource source, FactId id) =>
        source switch
        {
            GivenSource.Quoted => null,
            GivenSource.Noted { Source: var known } => new SourceDraft(At)
            {
                Id = Word($"{id}-source"),
                Title = Word(known.Title),
                Short = Word(known.Short),
                Origin = Word(known.Origin),
                Publisher = Optional(known.Publisher),
                Author = Optional(known.Author),
                Published = Optional(known.Published?.ToString()),
                Url = Optional(known.Url),
                Seed = Word($"{id}-note"),
            },
            GivenSource.Unlisted page => new SourceDraft(At)
            {
                Id = Word($"{id}-source"),
                Title = Word(page.Title),
                Short = Word(page.Short),
                Origin = Word(page.Origin),
                Url = Optional(page.Url),
                Seed = Word($"{id}-note"),
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static SeedDraft? Note(GivenSource source, FactId id, string sentence) =>
        source is GivenSource.Quoted
            ? null
            : new SeedDraft(At)
            {
                Id = Word($"{id}-note"),
                Form = Word(Vocabulary.Word(SeedForm.Notes)),
                Title = Word(DraftWords.NoteTitle),
                Body = $"# {DraftWords.NoteHeading}\n\n{sentence}\n",
            };

    /// <summary>Null for the source itself.</summary>
    private static Text? Speaker(GivenSpeaker speaker, FactId id, out IReadOnlyList<EntityDraft> people)
    {
        people = speaker switch
        {
            GivenSpeaker.Newcomer someone =>
            [
                new EntityDraft(At)
                {
                    Id = Word($"{id}-who"),
                    Kind = Word(Vocabulary.Word(someone.Kind)),
                    Name = Word(someone.Name),
                },
            ],
            _ => [],
        };
        return speaker switch
        {
            GivenSpeaker.Known known => Word(known.Entity.Id.Value),
            GivenSpeaker.Newcomer => Word($"{id}-who"),
            _ => null,
        };
    }

    private static IReadOnlyList<NameDraft> Names(GivenSpeaker speaker, FactId id) =>
        speaker is GivenSpeaker.Known { AlsoCalled: { } name } known
            ?
            [
                new NameDraft(At)
                {
                    Entity = Word(known.Entity.Id.Value),
                    Name = Word(name),
                    Fact = Word(id.Value),
                },
            ]
            : [];

    private static Text? Optional(string? text) => text is null ? null : Word(text);

    private static Text Word(string text) => new(text, At);
}
