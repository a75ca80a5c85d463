namespace Bot.Testing.Discord;

/// <summary>What goes wrong with a request, by script.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>For some requests only; null: for any.</summary>
    public Func<StandInCall, bool>? When { get; init; }

    /// <summary>A limit that the request met, whoever used it up.</summary>
    /// <param name="Scope"><c>user</c>, <c>shared</c> or <c>global</c>.</param>
    public sealed record Limited(TimeSpan Wait, string Scope) : Fault;

    /// <summary>Discord's edge refuses the address, with a page.</summary>
    /// <param name="Wait">Null: it does not say for how long.</param>
    public sealed record Edge(TimeSpan? Wait) : Fault;

    /// <summary>Disturbed: nothing was done, and a page says so.</summary>
    public sealed record Disturbed(int Status) : Fault;

    /// <summary>The connection breaks.</summary>
    /// <param name="Done">Whether it was done before that.</param>
    public sealed record Dropped(bool Done) : Fault;

    /// <summary>It is done, and the answer comes late.</summary>
    public sealed record Slow(TimeSpan By) : Fault;
}
