namespace Bot.Testing.Sockets;

/// <summary>The client's end of a connection to a stand-in. Neither call waits.</summary>
public interface IStandInPeer
{
    void Send(string text);

    /// <param name="code">Null: it vanishes without a word.</param>
    void Close(int? code, string reason);
}
