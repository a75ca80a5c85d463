namespace Bot.Discord.Wire;

/// <summary>The application that a token belongs to (<see href="https://discord.com/developers/docs/resources/application"/>).</summary>
internal sealed record Application
{
    public required Snowflake Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The public key, 64 hex digits.</summary>
    public required string VerifyKey { get; init; }

    /// <summary>Null where interactions come over the Gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }
    public long Flags { get; init; }
}

/// <summary>The bot as a person.</summary>
internal sealed record BotUser(Snowflake Id, string Username);

/// <summary>Where and how the Gateway is connected to (<see href="https://discord.com/developers/docs/events/gateway#get-gateway-bot"/>).</summary>
internal sealed record GatewayBot(string Url, int Shards, SessionStartLimit SessionStartLimit);

/// <param name="ResetAfter">In milliseconds.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);

/// <summary>A channel, or a thread (<see href="https://discord.com/developers/docs/resources/channel"/>).</summary>
internal sealed record Channel
{
    public required Snowflake Id { get; init; }
    public required int Type { get; init; }

    /// <summary>Null in direct messages.</summary>
    public Snowflake? GuildId { get; init; }
    public string? Name { get; init; }

    /// <summary>Of a thread the channel it is in, else the category.</summary>
    public Snowflake? ParentId { get; init; }
    public IReadOnlyList<Overwrite>? PermissionOverwrites { get; init; }

    /// <summary>Of threads only.</summary>
    public ThreadState? ThreadMetadata { get; init; }
}

internal sealed record ThreadState(bool Archived, bool Locked);

/// <summary>What a channel allows or denies somebody.</summary>
/// <param name="Type">0 for a role, 1 for a member.</param>
/// <param name="Allow">A decimal number whose bits are permissions.</param>
/// <param name="Deny">A decimal number whose bits are permissions.</param>
internal sealed record Overwrite(Snowflake Id, int Type, string Allow, string Deny);

internal sealed record Guild
{
    public required Snowflake Id { get; init; }
    public required string Name { get; init; }
    public required Snowflake OwnerId { get; init; }
    public IReadOnlyList<Role>? Roles { get; init; }
}

/// <summary>A guild that the bot is in, as a list of these tells it.</summary>
internal sealed record OwnGuild(Snowflake Id);

/// <summary>A role; the one with the guild's id is that of everybody.</summary>
/// <param name="Permissions">A decimal number whose bits are permissions.</param>
internal sealed record Role(Snowflake Id, string Name, string Permissions);

internal sealed record GuildMember
{
    public User? User { get; init; }
    public string? Nick { get; init; }
    public required IReadOnlyList<Snowflake> Roles { get; init; }

    /// <summary>Until when the member may only read.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; init; }
}

internal sealed record OpenDirect(Snowflake RecipientId);
