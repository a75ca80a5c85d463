namespace Bot.Core.Conversation.Moderating;

/// <summary>What is said to something that depends on who asks: at once, or after some work that writes. Closed.</summary>
public abstract record Handling
{
    private Handling() { }

    /// <summary>The reply, once the work is done where there is any.</summary>
    public async Task<Reply> Finish(CancellationToken cancellation) =>
        this switch
        {
            Now now => now.Reply,
            Later later => await later.Work(cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>A form must be the first answer on every platform, so it is never later.</summary>
    public sealed record Now(Reply Reply) : Handling;

    /// <param name="Work">Writes, and makes the reply. Begun once the platform has been told that it comes.</param>
    /// <param name="Decides">Where it was asked for from a card, the reply takes the card's place: its buttons are over.</param>
    public sealed record Later(Func<CancellationToken, Task<Reply>> Work, bool Decides) : Handling
    {
        /// <summary>It changes nothing, so that it can be looked at again and again.</summary>
        public bool OnlyShows { get; init; }
    }
}
