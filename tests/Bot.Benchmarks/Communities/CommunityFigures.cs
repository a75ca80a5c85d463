using Bot.Benchmarks.Speed;

namespace Bot.Benchmarks.Communities;

/// <summary>What many communities came to. Memory is what is alive, in bytes.</summary>
internal sealed class CommunityFigures(int communities)
{
    /// <summary>Loading the base alone, and its next edition with every community laid over it.</summary>
    public Samples Load { get; } = new();
    public Samples NewBase { get; } = new();

    /// <summary>Building and swapping in a community from nothing, and with one event more.</summary>
    public Samples Build { get; } = new();
    public Samples Swap { get; } = new();

    /// <summary>A whole question to the base, and to a community over it.</summary>
    public Samples BaseAlone { get; } = new();
    public Samples WithOwn { get; } = new();
    public long Before { get; set; }
    public long WithEvents { get; set; }
    public long WithStories { get; set; }
    public long AfterNewBase { get; set; }

    public void Show()
    {
        Console.WriteLine($"{communities:N0} communities");
        Console.WriteLine(
            $"memory a community: {(WithStories - WithEvents) / 1024.0 / communities:0.0} KB; its facts and events in the journal {(WithEvents - Before) / 1024.0 / communities:0.0} KB"
        );
        Line("build and swap in", Build);
        Line("swap after one change", Swap);
        Line("question to the base", BaseAlone);
        Line("question to a community", WithOwn);
        Console.WriteLine(
            $"a community's question takes {WithOwn.Median / BaseAlone.Median:0.00} times the base's at p50, {WithOwn.P99 / BaseAlone.P99:0.00} at p99"
        );
        Console.WriteLine(
            $"the base loads in {Load.Median.TotalMilliseconds:0} ms; its next edition, and all communities over it, in {NewBase.Median.TotalMilliseconds:0} ms"
        );
        Console.WriteLine($"memory after that {AfterNewBase / 1048576.0:0} MB, before it {WithStories / 1048576.0:0} MB");
    }

    private static void Line(string what, Samples samples) =>
        Console.WriteLine($"{what, -24} p50 {samples.Median.TotalMicroseconds, 8:N0} µs   p99 {samples.P99.TotalMicroseconds, 8:N0} µs");
}
