using System.Globalization;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;

namespace Bot.Benchmarks.Speed;

/// <summary>A story of made facts, put together as any other: drafts, fact book, journal, index. Only the files are left out.</summary>
internal static class MadeStory
{
    private const int Parties = 20;
    private const string Sentence = "Somebody said so.";

    private static readonly Place Nowhere = new("made", 1, 1);
    private static readonly Text Claim = Text("claim");
    private static readonly Text Alleged = Text("alleged");
    private static readonly Text[] Sources = [Text("page")];
    private static readonly EvidenceDraft[] RestsOn = [new(Nowhere) { Seed = Text("page"), Sentence = Text(Sentence) }];

    /// <param name="told">Who says the facts and how people ask for them; null: twenty parties in turn, and nobody asks.</param>
    public static FactBook Book(IReadOnlyList<string> facts, Lexicon lexicon, MadeTelling? told = null)
    {
        told ??= new MadeTelling([.. Enumerable.Range(0, Parties).Select(party => $"Party {party}")], fact => fact % Parties, _ => []);
        var speakers = Enumerable.Range(0, told.Parties.Count).Select(party => new[] { Text(Party(party)) }).ToArray();
        var ids = Ids(facts.Count);
        var draft = new StoryDraft
        {
            At = Nowhere,
            Slug = Text("made"),
            Title = Text("A made story"),
            Language = Text("en"),
            TimeZone = Text("UTC"),
            Edition = Text("1"),
            EditionNotes =
            [
                new EditionNoteDraft(Nowhere)
                {
                    Edition = Text("1"),
                    Date = Text("2025-09-25"),
                    Note = Text("First edition."),
                },
            ],
            Seeds =
            [
                new SeedDraft(Nowhere)
                {
                    Id = Text("page"),
                    Form = Text("notes"),
                    Title = Text("A page"),
                    Body = Sentence,
                },
            ],
            Sources =
            [
                new SourceDraft(Nowhere)
                {
                    Id = Text("page"),
                    Title = Text("A page"),
                    Short = Text("a page"),
                    Origin = Text("page"),
                    Seed = Text("page"),
                },
            ],
            Entities =
            [
                .. told.Parties.Select(
                    (name, party) =>
                        new EntityDraft(Nowhere)
                        {
                            Id = Text(Party(party)),
                            Kind = Text("organisation"),
                            Name = Text(name),
                        }
                ),
            ],
            Facts =
            [
                .. facts.Select(
                    (says, i) =>
                        new FactDraft(Nowhere)
                        {
                            Id = Text(ids[i]),
                            Kind = Claim,
                            Speaker = speakers[told.SpeakerOf(i)],
                            Status = Alleged,
                            Says = Text(says),
                            Asked = [.. told.AskedFor(i).Select(Text)],
                            Sources = Sources,
                            RestsOn = RestsOn,
                        }
                ),
            ],
        };
        return FactBook.Build(draft, lexicon.Abbreviations) switch
        {
            BuildResult.Built built => built.Book,
            BuildResult.Refused refused => throw new InvalidOperationException(refused.Problems[0].ToString()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The facts as the journal gives them when none ever changed.</summary>
    public static IReadOnlyList<Revision> Revisions(FactBook book) => [.. book.Facts.Select(fact => new Revision(fact, 1, 1))];

    /// <summary>The story as readers see it.</summary>
    public static async Task<StorySnapshot> Snapshot(FactBook book, Lexicon lexicon)
    {
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(TimeProvider.System), shelf, TimeProvider.System, development: false);
        await keeper.Load([book], lexicon, wanted: null, CancellationToken.None);
        return shelf.Now.Story()!;
    }

    /// <summary>Ids whose handles do not meet, which of 100,000 some would.</summary>
    private static List<string> Ids(int count)
    {
        var ids = new List<string>(count);
        var handles = new HashSet<string>();
        for (var number = 0; ids.Count < count; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"f{number}");
            if (handles.Add(new FactId(id).Handle))
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static string Party(int number) => string.Create(CultureInfo.InvariantCulture, $"party-{number}");

    private static Text Text(string value) => new(value, Nowhere);
}

/// <summary>What a made story has beside its sentences.</summary>
/// <param name="Parties">Names, each once.</param>
/// <param name="SpeakerOf">By the number of a fact that of a party.</param>
/// <param name="AskedFor">By the number of a fact the ways of asking for it.</param>
internal sealed record MadeTelling(IReadOnlyList<string> Parties, Func<int, int> SpeakerOf, Func<int, IReadOnlyList<string>> AskedFor);
