using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;

namespace Bot.Testing.Fuzz;

/// <summary>A document cut anywhere and joined to pieces of others, read, indexed and asked about.</summary>
/// <param name="stories">Whose documents and questions are used.</param>
public sealed class DocumentSurface(IReadOnlyList<StorySnapshot> stories, Lexicon lexicon, TimeProvider time) : ISurface
{
    private static readonly Place Nowhere = new("documents", 1, 1);

    private readonly IReadOnlyList<string> documents = [.. stories.SelectMany(story => story.Book.Seeds).Select(seed => seed.Text)];
    private readonly IReadOnlyList<string> questions = [.. stories.SelectMany(LineSurface.Questions)];

    public string Name => "documents";
    public int Share => 5;

    public IReadOnlyList<string> Make(Draw draw)
    {
        var text = string.Concat(
            Enumerable.Range(0, draw.Between(1, 4)).Select(_ => draw.Chance(15) ? OddText.Make(draw) : Slice(draw, draw.Of(documents)))
        );
        for (var odd = draw.Between(-6, 6); odd > 0; odd--)
        {
            text = Edits.Odd(draw, text);
        }

        return [text, Edits.Of(draw, draw.Of(questions))];
    }

    public Fault? Feed(IReadOnlyList<string> texts) =>
        Build(texts[0]) switch
        {
            BuildResult.Refused { Problems: var problems } => problems.Count == 0 || problems.Any(problem => problem.Sentence.Length == 0)
                ? new Fault("Who refuses says why.", $"{problems.Count} problems.")
                : null,
            BuildResult.Built built => Ask(Snapshot(built.Book), texts[1]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private Fault? Ask(StorySnapshot story, string question)
    {
        var today = story.DayOf(time.GetUtcNow());
        return Promises.Broken(new Composer(story, today).Compose(Answerer.Answer(story, question, new AsOf(), today)), story);
    }

    private static string Slice(Draw draw, string text)
    {
        var start = draw.Below(text.Length);
        return text.Substring(start, draw.Below(Math.Min(text.Length - start, 2_000) + 1));
    }

    private BuildResult Build(string text) =>
        FactBook.Build(
            new StoryDraft
            {
                At = Nowhere,
                Slug = new Text("cut", Nowhere),
                Title = new Text("A cut document", Nowhere),
                Language = new Text("en", Nowhere),
                TimeZone = new Text("UTC", Nowhere),
                Seeds =
                [
                    new SeedDraft(Nowhere)
                    {
                        Id = new Text("cut", Nowhere),
                        Form = new Text(Vocabulary.Word(SeedForm.Document), Nowhere),
                        Title = new Text("A cut document", Nowhere),
                        Body = text,
                    },
                ],
            },
            lexicon.Abbreviations
        );

    private StorySnapshot Snapshot(FactBook book)
    {
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false);
        keeper.Load([book], lexicon, wanted: null, CancellationToken.None).GetAwaiter().GetResult();
        return shelf.Now.Story()!;
    }
}
