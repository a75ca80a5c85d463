using Bot.Core.Questions;
using Bot.Core.Questions.Answering;

namespace Bot.Benchmarks.Speed;

/// <summary>Questions from text to answer over a story of made facts.</summary>
internal sealed record WholeQuestions(int Facts, Samples Answers, long BytesAQuestion)
{
    public static async Task<WholeQuestions> Run(int count, int queries, int rounds, Lexicon lexicon)
    {
        var made = FactMaker.Make(count);
        var story = await MadeStory.Snapshot(MadeStory.Book(made.Facts, lexicon), lexicon);
        var questions = made.Questions.Take(queries).ToList();
        var today = new DateOnly(2025, 9, 26);
        var answers = new Samples();
        var allocated = 0L;
        foreach (var round in Enumerable.Range(-1, rounds + 1))
        {
            var samples = round < 0 ? new Samples() : answers;
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var question in questions)
            {
                samples.Time(() => Answerer.Answer(story, question, new AsOf(), today));
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return new WholeQuestions(count, answers, allocated / questions.Count);
    }

    public void Show() =>
        Console.WriteLine(
            $"{Facts, 9:N0}  whole question: p50 {Answers.Median.TotalMicroseconds:N0} µs, p99 {Answers.P99.TotalMicroseconds:N0} µs, {BytesAQuestion / 1024.0:N0} KB allocated"
        );
}
