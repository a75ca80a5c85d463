namespace Bot.Testing.Slack;

/// <summary>What goes wrong with a call, by script.</summary>
public abstract record SlackFault
{
    private SlackFault() { }

    /// <summary>For some calls only; null: for any.</summary>
    public Func<SlackCall, bool>? When { get; init; }

    /// <summary>A limit that the call met, whoever used it up.</summary>
    public sealed record Limited(TimeSpan Wait) : SlackFault;

    /// <summary>Disturbed: a page says so.</summary>
    /// <param name="Done">Whether it was done before that.</param>
    public sealed record Disturbed(int Status, bool Done = false) : SlackFault;

    /// <summary>Refused by a code: <c>internal_error</c>, <c>account_inactive</c> …</summary>
    /// <param name="Done">Whether it was done all the same.</param>
    public sealed record Refused(string Code, bool Done = false) : SlackFault;

    /// <summary>The connection breaks.</summary>
    /// <param name="Done">Whether it was done before that.</param>
    public sealed record Dropped(bool Done) : SlackFault;

    /// <summary>It is done, and the answer comes late.</summary>
    public sealed record Slow(TimeSpan By) : SlackFault;
}
