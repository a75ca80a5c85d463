using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>
/// What somebody did, as Discord tells it (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding"/>): only what is read here. Unknown fields are
/// passed over, and all but four may be missing.
/// </summary>
internal sealed record Interaction
{
    public const int Ping = 1;
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;

    /// <summary>A form that was filled in.</summary>
    public const int Submit = 5;

    public required Snowflake Id { get; init; }
    public required Snowflake ApplicationId { get; init; }
    public required int Type { get; init; }
    public required InteractionToken Token { get; init; }
    public InteractionData? Data { get; init; }
    public Snowflake? GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }

    public Place? Channel { get; init; }

    /// <summary>Of a button: the message it stands under.</summary>
    public Message? Message { get; init; }

    /// <summary>What the application may do in this channel.</summary>
    public string? AppPermissions { get; init; }

    /// <summary>In guilds only.</summary>
    public Member? Member { get; init; }

    /// <summary>In direct messages only.</summary>
    public User? User { get; init; }

    /// <summary>By kind of installation: for "0" the guild that installed the app, for "1" the person who did.</summary>
    public Dictionary<string, string>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>Who did it.</summary>
    [JsonIgnore]
    public User? By => Member?.User ?? User;

    /// <summary>The guild, where the app is installed in it; null in direct messages, and where only a person installed it.</summary>
    public Snowflake? Installed =>
        GuildId is { } guild && AuthorizingIntegrationOwners?.GetValueOrDefault("0") == guild.ToString() ? guild : null;
}

internal sealed record InteractionData
{
    /// <summary>Of a command: see <see cref="ApplicationCommand.Type"/>.</summary>
    public int? Type { get; init; }
    public string? Name { get; init; }
    public List<InteractionOption>? Options { get; init; }

    /// <summary>Of a command in the menu of a message: which message, of those in <see cref="Resolved"/>.</summary>
    public string? TargetId { get; init; }
    public Resolved? Resolved { get; init; }

    /// <summary>Of a button, or a menu.</summary>
    public string? CustomId { get; init; }

    /// <summary>Of a menu: what was chosen.</summary>
    public List<string>? Values { get; init; }

    /// <summary>Of a form: what was filled in.</summary>
    public List<FilledComponent>? Components { get; init; }
}

/// <summary>A field of a form, or what it stands in.</summary>
internal sealed record FilledComponent
{
    public string? CustomId { get; init; }

    /// <summary>What was written.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What was chosen.</summary>
    public List<string>? Values { get; init; }

    /// <summary>Of a label: its field.</summary>
    public FilledComponent? Component { get; init; }

    /// <summary>Of a row: its fields.</summary>
    public List<FilledComponent>? Components { get; init; }
}

internal sealed record InteractionOption
{
    public const int Subcommand = 1;
    public const int SubcommandGroup = 2;

    public required string Name { get; init; }
    public required int Type { get; init; }
    public JsonElement? Value { get; init; }
    public List<InteractionOption>? Options { get; init; }
    public bool Focused { get; init; }
}

/// <summary>What a command names, by id.</summary>
internal sealed record Resolved(Dictionary<string, Message>? Messages);

/// <summary>A message of anybody's, as far as it is read here.</summary>
internal sealed record Message(Snowflake? Id, string? Content)
{
    private const int Ephemeral = 64;

    public int Flags { get; init; }

    /// <summary>Only whoever it answers sees it.</summary>
    public bool IsPrivate => (Flags & Ephemeral) != 0;
}

/// <summary>Where something was done.</summary>
internal sealed record Place(int? Type)
{
    /// <summary>Of an announcement, for all, or for some.</summary>
    public bool IsThread => Type is 10 or 11 or 12;
}

internal sealed record Member(User? User, string? Permissions, List<Snowflake>? Roles);

internal sealed record User(Snowflake Id)
{
    public string? Username { get; init; }
    public string? GlobalName { get; init; }
    public bool Bot { get; init; }
}
