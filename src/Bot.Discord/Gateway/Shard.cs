using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>One of several connections that share the guilds (<see href="https://discord.com/developers/docs/events/gateway#sharding"/>).</summary>
internal readonly record struct Shard(int Index, int Of)
{
    private const int BitsBelowTime = 22;

    /// <summary>Whether the events of a guild come by this one. Direct messages come by the first.</summary>
    public bool Holds(Snowflake? guild) => (guild?.Value >> BitsBelowTime ?? 0) % (ulong)Of == (ulong)Index;
}

/// <summary>What the bot wants to be told (<see href="https://discord.com/developers/docs/events/gateway#gateway-intents"/>). None of them needs Discord's leave.</summary>
internal static class Intents
{
    /// <summary>Which guilds the bot is in: joined and left.</summary>
    public const int Guilds = 1 << 0;

    /// <summary>Messages in guilds. Their text comes along only where the bot is mentioned, since the intent for all text is not asked for.</summary>
    public const int GuildMessages = 1 << 9;

    /// <summary>Messages to the bot itself, with their text.</summary>
    public const int DirectMessages = 1 << 12;

    public const int Wanted = Guilds | GuildMessages | DirectMessages;
}
