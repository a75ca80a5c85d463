namespace Bot.Testing.Sockets;

/// <summary>A stand-in that takes connections, in a script or over the network.</summary>
public interface IStandInSockets
{
    /// <summary>Nothing comes through: connections are refused, and those that are there hang.</summary>
    bool IsAway { get; }

    /// <summary>Whether connections are taken at a path.</summary>
    bool IsAt(string path);

    /// <returns>Null where nothing comes through.</returns>
    IStandInLine? Open(Uri asked, IStandInPeer peer);
}
