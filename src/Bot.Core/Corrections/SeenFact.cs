using Bot.Core.Facts;

namespace Bot.Core.Corrections;

/// <summary>What readers of one post have of a fact. A state is the number of its revision, or one of those below.</summary>
/// <param name="Shows">The state that stands in the post.</param>
/// <param name="Told">The state of which they were told: by the post when it was made, by a note since.</param>
public readonly record struct SeenFact(FactId Fact, int Shows, int Told)
{
    /// <summary>It is not given.</summary>
    public const int Nothing = 0;

    /// <summary>It is not given while it is checked, and the post says so.</summary>
    public const int BeingChecked = -1;
}
