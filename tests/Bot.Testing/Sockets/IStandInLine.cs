namespace Bot.Testing.Sockets;

/// <summary>The stand-in's end of a connection.</summary>
public interface IStandInLine
{
    /// <summary>The client sent a message.</summary>
    void Hear(ReadOnlySpan<byte> text);

    /// <summary>The client went.</summary>
    /// <param name="code">Null where it vanished.</param>
    void Lost(int? code);
}
