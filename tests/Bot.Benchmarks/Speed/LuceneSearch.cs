using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Benchmarks.Speed;

/// <summary>The peer: Lucene.Net in memory, English analyzer, BM25, one merged segment, texts not stored.</summary>
internal sealed class LuceneSearch : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Field = "says";

    /// <summary>Lucene's English list keeps these, and a question is no better for them.</summary>
    private static readonly HashSet<string> QuestionWords = ["what", "who", "when", "where", "why", "how", "did", "doe", "do", "which"];

    private readonly RAMDirectory directory = new();
    private readonly EnglishAnalyzer analyzer = new(Version);
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public LuceneSearch(IReadOnlyList<string> facts)
    {
        var settings = new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity(), RAMBufferSizeMB = 256 };
        using (var writer = new IndexWriter(directory, settings))
        {
            var says = new TextField(Field, "", Lucene.Net.Documents.Field.Store.NO);
            var document = new Document { says };
            foreach (var fact in facts)
            {
                says.SetStringValue(fact);
                writer.AddDocument(document);
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>What the index takes, by Lucene's own count.</summary>
    public long Bytes => directory.GetSizeInBytes();

    public int Search(string question)
    {
        var query = new BooleanQuery();
        using var tokens = analyzer.GetTokenStream(Field, question);
        var word = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            var term = word.ToString()!;
            if (!QuestionWords.Contains(term))
            {
                query.Add(new TermQuery(new Term(Field, term)), Occur.SHOULD);
            }
        }

        tokens.End();
        return searcher.Search(query, OwnSearch.Best).ScoreDocs.Length;
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }
}
