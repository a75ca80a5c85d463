using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Benchmarks.Peers;

/// <summary>The peer: Lucene.Net in memory, English analyzer, BM25 (k1 1.2, b 0.75), one merged segment, texts not stored.</summary>
internal sealed class LuceneIndex : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Field = "text";

    private readonly RAMDirectory directory = new();
    private readonly EnglishAnalyzer analyzer = new(Version);
    private readonly IReadOnlySet<string> leftOut;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    /// <param name="leftOut">Words of a question, as the analyzer gives them, that are not looked for.</param>
    public LuceneIndex(IEnumerable<string> texts, IReadOnlySet<string> leftOut)
    {
        this.leftOut = leftOut;
        var settings = new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity(), RAMBufferSizeMB = 256 };
        using (var writer = new IndexWriter(directory, settings))
        {
            var field = new TextField(Field, "", Lucene.Net.Documents.Field.Store.NO);
            var document = new Document { field };
            foreach (var text in texts)
            {
                field.SetStringValue(text);
                writer.AddDocument(document);
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>What the index takes, by Lucene's own count.</summary>
    public long Bytes => directory.GetSizeInBytes();

    /// <summary>The best texts by number, best first.</summary>
    public ScoreDoc[] Search(string question, int best)
    {
        var query = new BooleanQuery();
        using var tokens = analyzer.GetTokenStream(Field, question);
        var word = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            var term = word.ToString()!;
            if (!leftOut.Contains(term))
            {
                query.Add(new TermQuery(new Term(Field, term)), Occur.SHOULD);
            }
        }

        tokens.End();
        return searcher.Search(query, best).ScoreDocs;
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }
}
