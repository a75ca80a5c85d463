using Bot.Core.Questions;
using Bot.Core.Questions.Ranking;

namespace Bot.Benchmarks.Speed;

/// <summary>Both indexes over the same facts, built and asked in turns, on one thread.</summary>
internal static class Contest
{
    /// <summary>Lets the runtime compile what is measured.</summary>
    public static void WarmUp(Lexicon lexicon) => Run(2_000, queries: 500, rounds: 6, lexicon);

    public static SizeResult Run(int count, int queries, int rounds, Lexicon lexicon)
    {
        var made = FactMaker.Make(count);
        var questions = made.Questions.Take(queries).ToList();
        var book = MadeStory.Book(made.Facts, lexicon);
        var revisions = MadeStory.Revisions(book);
        var result = new SizeResult(count);
        StoryIndex? index = null;
        LuceneSearch? lucene = null;
        foreach (var _ in Enumerable.Range(0, count > 100_000 ? 1 : 3))
        {
            lucene?.Dispose();
            (index, lucene) = (null, null);
            var before = Memory.Now();
            index = result.OwnBuild.Time(() => StoryIndex.Build(book, revisions, lexicon));
            result.OwnBytes = Memory.Now() - before;
            lucene = result.LuceneBuild.Time(() => new LuceneSearch(made.Facts));
            result.LuceneBytes = lucene.Bytes;
        }

        foreach (var round in Enumerable.Range(-1, rounds + 1))
        {
            var (own, other) = round < 0 ? (new Samples(), new Samples()) : (result.Own, result.Lucene);
            foreach (var question in questions)
            {
                own.Time(() => OwnSearch.Search(index!, question));
            }

            foreach (var question in questions)
            {
                other.Time(() => lucene!.Search(question));
            }
        }

        lucene!.Dispose();
        GC.KeepAlive(index);
        return result;
    }
}

/// <summary>What one number of facts came to.</summary>
internal sealed class SizeResult(int facts)
{
    public int Facts { get; } = facts;
    public Samples Own { get; } = new();
    public Samples Lucene { get; } = new();
    public Samples OwnBuild { get; } = new();
    public Samples LuceneBuild { get; } = new();
    public long OwnBytes { get; set; }
    public long LuceneBytes { get; set; }

    public void Show(SizeResult? smaller)
    {
        Line("Dateline", Own, OwnBuild, OwnBytes);
        Line("Lucene", Lucene, LuceneBuild, LuceneBytes);
        Console.WriteLine(
            $"{"", 9}  Lucene takes {Lucene.Median / Own.Median:0.0} times as long at p50, {Lucene.P99 / Own.P99:0.0} at p99, {LuceneBuild.Median / OwnBuild.Median:0.0} to build."
        );
        if (smaller is not null)
        {
            Console.WriteLine(
                $"{"", 9}  {(double)Facts / smaller.Facts:0} times the facts: p50 grew {Own.Median / smaller.Own.Median:0.0} times (Lucene {Lucene.Median / smaller.Lucene.Median:0.0})."
            );
        }
    }

    private void Line(string name, Samples search, Samples build, long bytes) =>
        Console.WriteLine(
            $"{Facts, 9:N0}  {name, -8}{search.Median.TotalMicroseconds, 10:0.0}{search.P99.TotalMicroseconds, 10:0.0}{build.Median.TotalMilliseconds, 10:0}{(double)bytes / Facts, 8:0}"
        );
}
