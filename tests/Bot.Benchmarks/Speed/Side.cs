using System.Diagnostics;

namespace Bot.Benchmarks.Speed;

/// <summary>
/// One of those that are measured, and what it came to over one number of facts. A question's time is the median of its turns, so that what other
/// programs did at one moment does not count.
/// </summary>
internal sealed class Side(string name)
{
    /// <summary>A turn ends after this long, however many questions are left.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <summary>By question.</summary>
    private readonly List<Samples> asked = [];

    public string Name { get; } = name;
    public Samples Built { get; } = new();

    /// <summary>What half of the questions, and all but one of a hundred, take at most.</summary>
    public TimeSpan Median => ByQuestion().Median;
    public TimeSpan P99 => ByQuestion().P99;

    /// <summary>What the index takes.</summary>
    public long Bytes { get; set; }

    /// <summary>What answering one question allocates.</summary>
    public long BytesAQuestion { get; private set; }

    /// <summary>Asks all questions once and keeps how long each took.</summary>
    public void Ask(IReadOnlyList<string> questions, Func<string, int> ask)
    {
        while (asked.Count < questions.Count)
        {
            asked.Add(new Samples());
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        while (count < questions.Count && Stopwatch.GetElapsedTime(started) < Turn)
        {
            asked[count].Time(questions[count++], ask);
        }

        BytesAQuestion = (GC.GetAllocatedBytesForCurrentThread() - allocated) / count;
    }

    /// <summary>Forgets what was asked so far.</summary>
    public void WarmedUp() => asked.Clear();

    private Samples ByQuestion()
    {
        var medians = new Samples();
        foreach (var samples in asked.Where(samples => samples.Count > 0))
        {
            medians.Add(samples.Median);
        }

        return medians;
    }
}
