namespace Bot.Slack.SocketMode;

/// <summary>What a <see cref="SocketSession"/> wants done. Closed.</summary>
internal abstract record Act
{
    private Act() { }

    /// <summary>Get a ticket and connect with it.</summary>
    public sealed record Open(int Link) : Act;

    /// <param name="Text">UTF-8.</param>
    public sealed record Send(int Link, ReadOnlyMemory<byte> Text) : Act;

    /// <summary>Something to be answered, once. The answer is told to the session under the number.</summary>
    public sealed record Deliver(int Number, SocketFrame Frame) : Act;

    /// <summary>Say goodbye to a connection, after what was to be sent over it.</summary>
    public sealed record Close(int Link) : Act;

    /// <summary>Something odd that was passed over, or a connection that is made again, for the log.</summary>
    public sealed record Note(string Sentence) : Act;

    /// <summary>No more comes until somebody changes something; it is looked for.</summary>
    public sealed record SwitchedOff(string Sentence) : Act;

    public sealed record GiveUp(string Sentence) : Act;
}
