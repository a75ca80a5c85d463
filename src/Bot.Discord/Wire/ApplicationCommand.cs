namespace Bot.Discord.Wire;

/// <summary>A command as it is registered (<see href="https://discord.com/developers/docs/interactions/application-commands"/>).</summary>
internal sealed record ApplicationCommand
{
    /// <summary>One that is typed.</summary>
    public const int Slash = 1;

    /// <summary>One in the menu of a message.</summary>
    public const int Message = 3;

    public int Type { get; init; } = Slash;
    public required string Name { get; init; }

    /// <summary>The name in other languages, by locale; only of what stands in a menu.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>Null for what stands in a menu: it has none.</summary>
    public string? Description { get; init; }
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>What somebody must be allowed to see it, as bits; null: everybody does. A guild's admins may set something else.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>0 guilds, 1 the bot's direct messages, 2 other direct messages; null for one that is registered in a guild.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>0 installed by a guild, 1 by a person; null for one that is registered in a guild.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}

internal sealed record ApplicationCommandOption
{
    public const int Text = 3;

    public required int Type { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }
    public IReadOnlyList<Choice>? Choices { get; init; }
    public bool? Autocomplete { get; init; }
    public int? MaxLength { get; init; }
}
