namespace Bot.Benchmarks.Speed;

/// <summary>What one number of facts came to.</summary>
internal sealed class SizeResult(int facts)
{
    public int Facts { get; } = facts;

    /// <summary>Dateline's bare search, and its whole way from text to answer.</summary>
    public Side Search { get; } = new("search");
    public Side Answer { get; } = new("answer");
    public Side Lucene { get; } = new("Lucene");
    public Side Sqlite { get; } = new("SQLite");

    public IReadOnlyList<Side> Sides => [Search, Answer, Lucene, Sqlite];

    /// <summary>What finding candidates reads, what looking at them closely reads, and the facts with the text of the sources.</summary>
    public long FindingBytes { get; set; }
    public long LookingBytes { get; set; }
    public long RecordBytes { get; init; }

    public static void ShowHead() =>
        Console.WriteLine(
            $"{"facts", 9}  {"", -7}{"p50 µs", 9}{"p99 µs", 9}{"Lucene at p50", 15}{"p99", 7}{"build ms", 10}{"Lucene", 8}{"B/fact", 8}{"B/question", 12}"
        );

    public void WarmedUp()
    {
        foreach (var side in Sides)
        {
            side.WarmedUp();
        }
    }

    public void Show(SizeResult? smaller)
    {
        foreach (var side in Sides)
        {
            var built =
                side.Built.Count == 0
                    ? $"{"", 18}"
                    : $"{side.Built.Median.TotalMilliseconds, 10:0}{Times(side.Built.Median, Lucene.Built.Median), 8}";
            var bytes = side.Bytes == 0 ? $"{"", 8}" : $"{AFact(side.Bytes), 8:0}";
            Console.WriteLine(
                $"{Facts, 9:N0}  {side.Name, -7}{side.Median.TotalMicroseconds, 9:0.0}{side.P99.TotalMicroseconds, 9:0.0}{Times(side.Median, Lucene.Median), 15}{Times(side.P99, Lucene.P99), 7}{built}{bytes}{side.BytesAQuestion, 12:N0}"
            );
        }

        Console.WriteLine(
            $"{"", 11}bytes a fact: finding {AFact(FindingBytes):0}, looking closely {AFact(LookingBytes):0}, facts and sources {AFact(RecordBytes):0}"
        );
        if (smaller is not null)
        {
            Console.WriteLine(
                $"{"", 11}{(double)Facts / smaller.Facts:0} times the facts, times as long: "
                    + string.Join(", ", Sides.Zip(smaller.Sides, (now, then) => $"{now.Name} {now.Median / then.Median:0.0}"))
            );
        }
    }

    private double AFact(long bytes) => (double)bytes / Facts;

    private static string Times(TimeSpan own, TimeSpan other) => FormattableString.Invariant($"{other / own:0.0}x");
}
