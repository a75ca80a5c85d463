namespace Bot.Discord.Wire;

/// <summary>What happened to the application, as Discord tells it over HTTP (<see href="https://discord.com/developers/docs/events/webhook-events"/>): only what is read here.</summary>
internal sealed record WebhookEvent
{
    /// <summary>Discord looks whether anybody answers.</summary>
    public const int Ping = 0;
    public const string Authorized = "APPLICATION_AUTHORIZED";

    public required Snowflake ApplicationId { get; init; }
    public required int Type { get; init; }
    public Happened? Event { get; init; }

    internal sealed record Happened(string? Type, EventData? Data);

    /// <param name="Guild">Null where a person added the application for themselves.</param>
    internal sealed record EventData(EventGuild? Guild);

    internal sealed record EventGuild(Snowflake Id);
}
