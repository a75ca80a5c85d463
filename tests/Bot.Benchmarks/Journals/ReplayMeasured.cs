namespace Bot.Benchmarks.Journals;

/// <summary>A journal that was written, read again from its rows, packed, and read again from that.</summary>
/// <param name="Bytes">The file before it was packed, and what was added.</param>
internal sealed record ReplayMeasured(
    Cost Write,
    Cost Pack,
    ReplayedStart FromRows,
    ReplayedStart FromPacked,
    (long Rows, long Packed) Bytes
);

/// <summary>A start, and its parts done once more by themselves.</summary>
/// <param name="Build">Folding and indexing.</param>
internal sealed record ReplayedStart(Cost Read, Cost Ready, Cost Fold, Cost Build)
{
    public void Show(string from)
    {
        Console.WriteLine($"  ready from {from} after {Ready}, collecting memory {Ready.Paused.TotalSeconds:0.0} s of it");
        Part("reading and decoding", Read);
        Part("folding", Fold);
        Part("indexing", Build - Fold);
        Part("all else", Ready - Read - Build);
    }

    private void Part(string what, Cost cost) => Console.WriteLine($"    {what, -21} {cost}, {cost.Cpu / Ready.Cpu:0%}");
}
