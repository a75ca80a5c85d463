using Bot.Core.Facts;

namespace Bot.Knowledge.Yaml;

/// <summary>A piece of a YAML file with its place. Every scalar is text: a date or a number is what its reader makes of it.</summary>
internal abstract record Node(Place At)
{
    /// <summary>What it is, as a sentence names it.</summary>
    public abstract string Shape { get; }

    /// <summary>The last line of the file that it stands on; 0 for one that was not read.</summary>
    public int LastLine { get; init; }

    /// <summary>In brackets or braces, not an entry a line.</summary>
    public bool InBrackets { get; init; }
}

internal sealed record Scalar(Place At, string Value) : Node(At)
{
    public override string Shape => "a text";

    /// <summary>Where a hash cuts it short, so that it is not all that was written; null for a whole text.</summary>
    public Place? CutAt { get; init; }
}

internal sealed record Sequence(Place At, IReadOnlyList<Node> Items) : Node(At)
{
    public override string Shape => "a list";
}

/// <param name="Entries">In the order of the file, each key once.</param>
internal sealed record Mapping(Place At, IReadOnlyList<Entry> Entries) : Node(At)
{
    public override string Shape => "a group of keys";
}

internal sealed record Entry(Scalar Key, Node Value);
