namespace Bot.Discord.Wire;

/// <summary>A command as it is registered (<see href="https://discord.com/developers/docs/interactions/application-commands"/>).</summary>
internal sealed record ApplicationCommand
{
    public int Type => 1;
    public required string Name { get; init; }
    public required string Description { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Guilds, the bot's direct messages, other direct messages.</summary>
    public IReadOnlyList<int> Contexts => [0, 1, 2];

    /// <summary>Installed by a guild, or by a person.</summary>
    public IReadOnlyList<int> IntegrationTypes => [0, 1];
}

internal sealed record ApplicationCommandOption
{
    public const int Text = 3;

    public required int Type { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }
    public IReadOnlyList<Choice>? Choices { get; init; }
    public bool? Autocomplete { get; init; }
    public int? MaxLength { get; init; }
}
