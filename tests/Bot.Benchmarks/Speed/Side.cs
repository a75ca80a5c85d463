namespace Bot.Benchmarks.Speed;

/// <summary>One of those that are measured, and what it came to over one number of facts.</summary>
internal sealed class Side(string name)
{
    /// <summary>A turn ends after this long, however many questions are left.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    public string Name { get; } = name;
    public Samples Asked { get; private set; } = new();
    public Samples Built { get; } = new();

    /// <summary>What the index takes.</summary>
    public long Bytes { get; set; }

    /// <summary>What answering one question allocates.</summary>
    public long BytesAQuestion { get; private set; }

    /// <summary>Asks all questions once and keeps how long each took.</summary>
    public void Ask(IReadOnlyList<string> questions, Func<string, int> ask)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var count = 0;
        while (count < questions.Count && System.Diagnostics.Stopwatch.GetElapsedTime(started) < Turn)
        {
            Asked.Time(questions[count++], ask);
        }

        BytesAQuestion = (GC.GetAllocatedBytesForCurrentThread() - allocated) / count;
    }

    /// <summary>Forgets what was asked so far.</summary>
    public void WarmedUp() => Asked = new Samples();
}
