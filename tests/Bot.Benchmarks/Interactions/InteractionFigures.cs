using Bot.Benchmarks.Speed;

namespace Bot.Benchmarks.Interactions;

/// <summary>What came back: by kind how long it took, what was wrong, and how many lists of suggestions had any.</summary>
internal sealed class InteractionFigures
{
    private readonly SortedDictionary<string, OfKind> kinds = new(StringComparer.Ordinal);

    public int Errors => kinds.Values.Sum(kind => kind.Errors);

    public TimeSpan SlowestP99 => kinds.Values.Max(kind => kind.Times.P99);

    public void Add(string kind, TimeSpan time, Answered answered)
    {
        lock (kinds)
        {
            if (!kinds.TryGetValue(kind, out var figures))
            {
                kinds[kind] = figures = new OfKind();
            }

            figures.Times.Add(time);
            figures.Errors += answered is Answered.Wrong ? 1 : 0;
            figures.Suggested += answered is Answered.Suggestions { Count: > 0 } ? 1 : 0;
            figures.Typed += answered is Answered.Suggestions ? 1 : 0;
            figures.FirstError ??= (answered as Answered.Wrong)?.How;
        }
    }

    public void Show()
    {
        Console.WriteLine($"{"", -24}{"requests", 10}{"p50 ms", 10}{"p99 ms", 10}{"most ms", 10}{"errors", 8}");
        foreach (var (name, kind) in kinds)
        {
            var suggested = kind.Typed > 0 ? $"  {kind.Suggested:N0} of {kind.Typed:N0} had suggestions" : "";
            Console.WriteLine(
                $"{name, -24}{kind.Times.Count, 10:N0}{Milliseconds(kind.Times.Median)}{Milliseconds(kind.Times.P99)}{Milliseconds(kind.Times.Most)}{kind.Errors, 8:N0}{suggested}"
            );
            if (kind.FirstError is { } error)
            {
                Console.WriteLine($"  the first error: {error}");
            }
        }
    }

    private static string Milliseconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalMilliseconds, 10:0.00}");

    private sealed class OfKind
    {
        public Samples Times { get; } = new();
        public int Errors { get; set; }
        public int Typed { get; set; }
        public int Suggested { get; set; }
        public string? FirstError { get; set; }
    }
}
