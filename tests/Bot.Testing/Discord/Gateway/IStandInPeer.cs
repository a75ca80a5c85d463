namespace Bot.Testing.Discord.Gateway;

/// <summary>The other end of a connection to the stand-in. Neither call waits.</summary>
public interface IStandInPeer
{
    void Send(string text);

    /// <param name="code">Null: it vanishes without a word.</param>
    void Close(int? code, string reason);
}
