namespace Bot.Wire;

/// <summary>Makes connections that carry whole text messages both ways: the way in for WebSockets. A test stands in with a script.</summary>
public interface ITextSockets
{
    /// <returns>The connection. A peer that cannot be reached is one whose first message is that it was lost.</returns>
    ValueTask<ITextSocket> Connect(Uri address, CancellationToken cancellation);
}

/// <summary>One connection. One reader and one writer at a time; losing it is an ordinary outcome, told by <see cref="Receive"/>.</summary>
public interface ITextSocket : IAsyncDisposable
{
    /// <summary>
    /// The next whole message, however many frames it came in, or the end. After the end only the end comes. To call it off loses nothing: neither the connection nor a
    /// message.
    /// </summary>
    ValueTask<Heard> Receive(CancellationToken cancellation);

    /// <summary>Sends one message. Where the connection is lost nothing happens: <see cref="Receive"/> tells.</summary>
    /// <param name="text">UTF-8.</param>
    ValueTask Send(ReadOnlyMemory<byte> text, CancellationToken cancellation);

    /// <summary>Says goodbye with a code and lets go, whether the peer answers or not.</summary>
    /// <param name="code">1000, or 3000 to 4999 (<see href="https://www.rfc-editor.org/rfc/rfc6455#section-7.4"/>).</param>
    ValueTask Close(int code, CancellationToken cancellation);
}

/// <summary>What came over a connection. Closed.</summary>
public abstract record Heard
{
    private Heard() { }

    /// <param name="Text">UTF-8 as it came, not checked; the receiver's to keep.</param>
    public sealed record Message(ReadOnlyMemory<byte> Text) : Heard;

    /// <param name="Code">The peer's code; null where it went without one.</param>
    /// <param name="Why">In words, for the log.</param>
    public sealed record Closed(int? Code, string Why) : Heard;
}
