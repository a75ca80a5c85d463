using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>One state of one fact, and the stretch of journal positions in which it was in force.</summary>
/// <param name="Number">1 for the first state of the fact.</param>
/// <param name="From">The position from which it holds.</param>
/// <param name="To">The position from which it holds no more; null while it does.</param>
public sealed record Revision(Fact Fact, int Number, long From, long? To = null)
{
    public bool HeldAt(long position) => From <= position && (To is null || position < To);
}
