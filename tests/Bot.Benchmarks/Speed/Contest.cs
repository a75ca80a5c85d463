using System.Runtime.CompilerServices;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Ranking;

namespace Bot.Benchmarks.Speed;

/// <summary>All sides over the same facts, built and asked in turns, on one thread. Nobody keeps answers.</summary>
internal static class Contest
{
    private static readonly DateOnly Today = new(2025, 9, 26);

    /// <summary>Lets the runtime compile what is measured.</summary>
    public static Task WarmUp(Lexicon lexicon) => Run(2_000, queries: 500, rounds: 6, lexicon);

    public static async Task<SizeResult> Run(int count, int queries, int rounds, Lexicon lexicon)
    {
        var made = FactMaker.Make(count);
        var questions = made.Questions.Take(queries).ToList();
        var before = Memory.Now();
        var book = MadeStory.Book(made.Facts, lexicon);
        var result = new SizeResult(count) { RecordBytes = Memory.Now() - before };
        var revisions = MadeStory.Revisions(book);
        for (var turn = 0; turn < (count > 100_000 ? 1 : 3); turn++)
        {
            Build(result, made.Facts, book, revisions, lexicon);
        }

        await Ask(result, made, book, questions, rounds, lexicon);
        return result;
    }

    // Apart, so that nothing of one turn is alive in the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Build(
        SizeResult result,
        IReadOnlyList<string> facts,
        FactBook book,
        IReadOnlyList<Revision> revisions,
        Lexicon lexicon
    )
    {
        var before = Memory.Now();
        var index = result.Search.Built.Time(() => StoryIndex.Build(book, revisions, lexicon));
        result.Search.Bytes = Memory.Now() - before;
        (result.FindingBytes, result.LookingBytes) = index.Bytes;
        GC.KeepAlive(index);
        using var lucene = result.Lucene.Built.Time(() => new LuceneSearch(facts));
        using var sqlite = result.Sqlite.Built.Time(() => new SqliteSearch(facts, lexicon.StopWords));
        (result.Lucene.Bytes, result.Sqlite.Bytes) = (lucene.Bytes, sqlite.Bytes);
    }

    private static async Task Ask(SizeResult result, FactMaker made, FactBook book, List<string> questions, int rounds, Lexicon lexicon)
    {
        var story = await MadeStory.Snapshot(book, lexicon);
        using var lucene = new LuceneSearch(made.Facts);
        using var sqlite = new SqliteSearch(made.Facts, lexicon.StopWords);
        for (var round = -1; round < rounds; round++)
        {
            result.Search.Ask(questions, question => OwnSearch.Search(story.Index, question));
            result.Answer.Ask(questions, question => Answerer.Answer(story, question, new AsOf(), Today).Facts.Count);
            result.Lucene.Ask(questions, lucene.Search);
            result.Sqlite.Ask(questions, sqlite.Search);
            if (round < 0)
            {
                result.WarmedUp();
            }
        }
    }
}
