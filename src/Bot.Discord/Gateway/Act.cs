using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>What a <see cref="GatewaySession"/> wants done. Closed. The last two end the connection.</summary>
internal abstract record Act
{
    private Act() { }

    /// <param name="Text">UTF-8, at most <see cref="Outgoing.Longest"/> bytes.</param>
    public sealed record Send(ReadOnlyMemory<byte> Text) : Act;

    /// <summary>Ask to be let identify, and tell the session when it may.</summary>
    public sealed record AskToIdentify : Act;

    /// <summary>An event to be taken in.</summary>
    public sealed record Deliver(string Name, JsonElement Data) : Act;

    /// <summary>Something odd that was passed over, for the log.</summary>
    public sealed record Note(string Sentence) : Act;

    /// <summary>Close with <see cref="CloseCode.ComingBack"/> and connect again.</summary>
    public sealed record Reconnect(Uri Address, TimeSpan After, string Why) : Act;

    public sealed record GiveUp(string Sentence) : Act;
}
