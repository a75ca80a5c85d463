using System.Runtime.CompilerServices;
using Bot.Benchmarks.Peers;
using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;

namespace Bot.Benchmarks.Speed;

/// <summary>All sides over the same facts, built and asked in turns, on one thread. Nobody keeps answers.</summary>
internal static class Contest
{
    /// <summary>Lucene's English list keeps these, and a question is no better for them.</summary>
    private static readonly HashSet<string> QuestionWords = ["what", "who", "when", "where", "why", "how", "did", "doe", "do", "which"];

    private static readonly DateOnly Today = new(2025, 9, 26);

    /// <summary>Lets the runtime compile what is measured.</summary>
    public static Task WarmUp(Lexicon lexicon) => Run(2_000, queries: 500, rounds: 6, lexicon);

    public static async Task<SizeResult> Run(int count, int queries, int rounds, Lexicon lexicon)
    {
        var made = FactMaker.Make(count);
        var before = Memory.Now();
        var book = MadeStory.Book(made.Facts, lexicon);
        var result = new SizeResult(count) { RecordBytes = Memory.Now() - before };
        for (var turn = 1; turn < (count > 100_000 ? 1 : 3); turn++)
        {
            var (early, other) = Build(result, made.Facts, book, lexicon);
            early.Dispose();
            other.Dispose();
        }

        var (lucene, sqlite) = Build(result, made.Facts, book, lexicon);
        using (lucene)
        using (sqlite)
        {
            var story = await MadeStory.Snapshot(book, lexicon);
            var questions = made.Questions.Take(queries).ToList();
            for (var round = -1; round < rounds; round++)
            {
                result.Search.Ask(questions, question => OwnSearch.Search(story.Index, question));
                result.Answer.Ask(questions, question => Answerer.Answer(story, question, new AsOf(), Today).Facts.Count);
                result.Lucene.Ask(questions, question => lucene.Search(question, OwnSearch.Best).Length);
                result.Sqlite.Ask(questions, sqlite.Search);
                if (round < 0)
                {
                    result.WarmedUp();
                }
            }
        }

        return result;
    }

    // Apart, so that nothing of one turn is alive in the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (LuceneIndex Lucene, SqliteIndex Sqlite) Build(
        SizeResult result,
        IReadOnlyList<string> facts,
        FactBook book,
        Lexicon lexicon
    )
    {
        var revisions = MadeStory.Revisions(book);
        var before = Memory.Now();
        var index = result.Search.Built.Time(() => StoryIndex.Build(book, revisions, lexicon));
        result.Search.Bytes = Memory.Now() - before;
        (result.FindingBytes, result.LookingBytes) = index.Bytes;
        GC.KeepAlive(index);
        var lucene = result.Lucene.Built.Time(() => new LuceneIndex(facts, QuestionWords));
        var sqlite = result.Sqlite.Built.Time(() => new SqliteIndex(facts, lexicon.StopWords, OwnSearch.Best));
        (result.Lucene.Bytes, result.Sqlite.Bytes) = (lucene.Bytes, sqlite.Bytes);
        return (lucene, sqlite);
    }
}
