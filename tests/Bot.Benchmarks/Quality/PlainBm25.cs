using Bot.Core.Facts;
using Bot.Core.Facts.Reading;
using Bot.Knowledge.Lexicons;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Benchmarks.Quality;

/// <summary>
/// The peer: Lucene.Net's BM25 (English analyzer, k1 1.2, b 0.75) over the same sentences. It answers where its best score reaches the threshold
/// that is best for the very questions it is judged by.
/// </summary>
internal sealed class PlainBm25 : IAnswering
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Field = "text";
    private const int Listed = 5;

    private static readonly EnglishAnalyzer Analyzer = new(Version);
    private static readonly IReadOnlySet<string> Abbreviations = ShippedLexicon.Read().Abbreviations;

    public Task<IReadOnlyList<Answered>> Answer(Sheet sheet) =>
        Task.FromResult<IReadOnlyList<Answered>>(
            sheet.Scope == Sheet.Corpus ? Over(sheet.Documents) : [.. sheet.Documents.SelectMany(document => Over([document]))]
        );

    public IReadOnlyList<Answered> Judged(IReadOnlyList<Answered> answers, params Tier[] tiers)
    {
        double Balanced(double threshold) => Refusing.Of(At(answers, threshold), tiers).Balanced;
        return At(answers, answers.Select(answer => answer.Confidence).Distinct().MaxBy(Balanced));
    }

    private static List<Answered> At(IReadOnlyList<Answered> answers, double threshold) =>
        [.. answers.Select(answer => answer with { Said = answer.Confidence >= threshold })];

    private static List<Answered> Over(IReadOnlyList<SheetDocument> documents)
    {
        var sentences = documents
            .SelectMany(document =>
                PassageReader
                    .Read(new SeedId("document"), document.Text, Abbreviations)
                    .Select(passage => new Found(document.Id, passage.Start, passage.End, passage.Text))
            )
            .ToList();
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, Analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var sentence in sentences)
            {
                writer.AddDocument([new TextField(Field, sentence.Text, Lucene.Net.Documents.Field.Store.NO)]);
            }
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        return [.. documents.SelectMany(document => document.Questions.Select(asked => Ask(document, asked, searcher, sentences)))];
    }

    private static Answered Ask(SheetDocument document, Asked asked, IndexSearcher searcher, List<Found> sentences)
    {
        var query = new BooleanQuery();
        using var tokens = Analyzer.GetTokenStream(Field, asked.Q);
        var word = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            query.Add(new TermQuery(new Term(Field, word.ToString())), Occur.SHOULD);
        }

        tokens.End();
        var hits = searcher.Search(query, Listed).ScoreDocs;
        return new Answered(document, asked, false, hits is [var best, ..] ? best.Score : 0, [.. hits.Select(hit => sentences[hit.Doc])]);
    }
}
