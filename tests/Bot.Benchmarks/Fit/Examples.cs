using Bot.Benchmarks.Quality;
using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Fit;

/// <summary>A question with the sentences looked at for it, each as its features.</summary>
/// <param name="Sheet">The sheet it stands on.</param>
/// <param name="Article">What is left out together when the fit is checked.</param>
/// <param name="View">The question, for looking again.</param>
/// <param name="Numbers">The sentences.</param>
/// <param name="Right">Which of the sentences hold the answer.</param>
/// <param name="Tier">How hard the question is to refuse.</param>
internal sealed record Example(
    string Sheet,
    string Article,
    Tier Tier,
    PassageView View,
    IReadOnlyList<int> Numbers,
    double[][] Features,
    bool[] Right
);

/// <summary>Makes examples of sheets, by the ranker's own eyes.</summary>
internal static class Examples
{
    private static readonly Lexicon Lexicon = ShippedLexicon.Read();
    private static readonly Place Nowhere = new("documents", 1, 1);

    public static List<Example> Of(Sheet sheet)
    {
        var examples = new List<Example>();
        var together = sheet.Scope == Sheet.Corpus;
        foreach (
            var documents in together ? [sheet.Documents] : sheet.Documents.Select(document => (IReadOnlyList<SheetDocument>)[document])
        )
        {
            var index = Index(documents);
            foreach (var (number, document) in documents.Index())
            {
                foreach (var asked in document.Questions)
                {
                    examples.Add(Look(sheet.Name, document, number, asked, index));
                }
            }
        }

        return examples;
    }

    private static Example Look(string sheet, SheetDocument document, int number, Asked asked, StoryIndex index)
    {
        var question = Passes.Understand(asked.Q, new AsOf(), new Context(index, new DateOnly(2026, 1, 1)));
        var view = new PassageView(question, index);
        IReadOnlyList<int> numbers = question.Terms.Count == 0 ? [] : [.. PassageRanker.Found(view)];
        var features = new double[numbers.Count][];
        var right = new bool[numbers.Count];
        for (var i = 0; i < features.Length; i++)
        {
            view.MoveTo(numbers[i]);
            features[i] = [.. PassageFeatures.All.Select(feature => (double)feature.Measure(view))];
            right[i] =
                view.Passage.Seed.Value == $"d{number}"
                && asked.Gold is { } gold
                && gold.Spans.Any(span => view.Passage.Start < span.End && span.Start < view.Passage.End);
        }

        var article = document.Id.Split(" without ")[0];
        return new Example(sheet, document.Title ?? article, asked.Tier, view, numbers, features, right);
    }

    private static StoryIndex Index(IReadOnlyList<SheetDocument> documents)
    {
        var draft = new StoryDraft
        {
            At = Nowhere,
            Slug = Text("documents"),
            Title = Text("Documents"),
            Language = Text("en"),
            TimeZone = Text("UTC"),
            Seeds =
            [
                .. documents.Select(
                    (document, number) =>
                        new SeedDraft(Nowhere)
                        {
                            Id = Text($"d{number}"),
                            Form = Text(Vocabulary.Word(SeedForm.Document)),
                            Title = Text(string.IsNullOrWhiteSpace(document.Title) ? "A document" : document.Title),
                            Body = document.Text,
                        }
                ),
            ],
        };
        var book = ((BuildResult.Built)FactBook.Build(draft, Lexicon.Abbreviations)).Book;
        return StoryIndex.Build(book, [], Lexicon);
    }

    private static Text Text(string value) => new(value, Nowhere);
}
