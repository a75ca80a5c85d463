namespace Bot.Core.Journal;

/// <summary>What a load of the files may do.</summary>
/// <param name="Development">Files edited under one edition make local editions; otherwise that is refused.</param>
/// <param name="Accept">An edition may take out many facts at once.</param>
internal sealed record LoadRules(bool Development, bool Accept)
{
    /// <summary>So many may go unasked: a slip of the hand takes out one, a lost file all.</summary>
    private const int Few = 2;

    /// <summary>And so large a part of them.</summary>
    private const double SmallPart = 0.1;

    public bool AreTooMany(int removed, int of) => !Accept && removed > Math.Max(Few, SmallPart * of);
}
