using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What a community made of one fact so far, while its events are folded.</summary>
internal sealed class OwnFact(FactId id)
{
    private readonly Dictionary<int, int> numbers = [];

    public FactId Id => id;

    /// <summary>The newest of the community's revisions.</summary>
    public int? Last { get; set; }

    /// <summary>That revision says what the base said, and the base's next one holds after it.</summary>
    public bool Follows { get; set; }

    /// <summary>The highest number of a state of the community's own; 0 while it has none.</summary>
    public int Number { get; set; }
    public bool IsHeld { get; set; }

    /// <summary>What will be given again; null: what the base has by then.</summary>
    public Revision? WhileHeld { get; set; }
    public Against? Against { get; set; }
    public bool IsErased { get; set; }

    /// <summary>The number that a revision of the base has after states of the community's own.</summary>
    public int NumberOf(int target) => numbers.TryGetValue(target, out var number) ? number : numbers[target] = ++Number;
}

/// <summary>What a community made of one fact, all told.</summary>
/// <param name="Content">What it says itself, or would, were it not held; null where it says what the base says, or nothing.</param>
/// <param name="Against">The base's state that it was made against; null while the base is followed, or where it has no such fact.</param>
internal sealed record OwnState(Fact? Content, bool IsHeld, Against? Against, bool IsErased);
