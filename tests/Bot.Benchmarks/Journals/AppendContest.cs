using System.Diagnostics;
using Bot.Benchmarks.Speed;

namespace Bot.Benchmarks.Journals;

/// <summary>Appends to the journal, and bare inserts of the same row, in turns: one writer, then four.</summary>
internal sealed class AppendContest(BareTable table, int count)
{
    public const int Writers = 4;
    private const int Turn = 50;

    private int number;

    public async Task Run(CancellationToken cancellation)
    {
        await Turns(new Side(), new Side(), Turn, 1, cancellation);
        foreach (var writers in new[] { 1, Writers })
        {
            var (bare, journal) = (new Side(), new Side());
            await Turns(bare, journal, count, writers, cancellation);
            Console.WriteLine($"{table.Kind}, {writers} at once");
            bare.Show("bare insert");
            journal.Show("append");
            Console.WriteLine(
                $"  append takes {journal.Times.Median / bare.Times.Median:0.00} times as long at p50, {journal.Times.P99 / bare.Times.P99:0.00} at p99, and does {journal.ASecond / bare.ASecond:0.00} as many a second"
            );
        }
    }

    private async Task Turns(Side bare, Side journal, int count, int writers, CancellationToken cancellation)
    {
        for (var done = 0; done < count; done += Turn)
        {
            await bare.Time(writers, Turn, writer => table.Insert(writer, cancellation));
            await journal.Time(
                writers,
                Turn,
                writer => table.Journal.Append(MadeAppends.One(writer, Interlocked.Increment(ref number)), cancellation).AsTask()
            );
        }
    }

    private sealed class Side
    {
        private TimeSpan whole;

        public Samples Times { get; } = new();

        public double ASecond => Times.Count / whole.TotalSeconds;

        public async Task Time(int writers, int count, Func<int, Task> work)
        {
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => Write(writer, count / writers, work))));
            whole += Stopwatch.GetElapsedTime(started);
        }

        public void Show(string what) =>
            Console.WriteLine(
                $"  {what, -12} p50 {Times.Median.TotalMicroseconds, 8:N0} µs   p99 {Times.P99.TotalMicroseconds, 8:N0} µs   {ASecond, 8:N0} a second"
            );

        private async Task Write(int writer, int count, Func<int, Task> work)
        {
            for (var i = 0; i < count; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await work(writer);
                var took = Stopwatch.GetElapsedTime(started);
                lock (Times)
                {
                    Times.Add(took);
                }
            }
        }
    }
}
