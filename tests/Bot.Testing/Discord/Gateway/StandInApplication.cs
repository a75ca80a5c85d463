namespace Bot.Testing.Discord.Gateway;

/// <summary>Who the stand-in takes for the bot, and what it tells it.</summary>
public sealed record StandInApplication
{
    public string Token { get; init; } = "MTIwMDAwMDAwMDAwMDAwMDAwMQ.stand.in-token";
    public string ApplicationId { get; init; } = "1200000000000000001";
    public string BotId { get; init; } = "1200000000000000006";

    /// <summary>Where the Gateway is, with a slash at its end; sessions are resumed at <c>resume</c> below it. It may be set as long as nobody asked for it.</summary>
    public Uri Gateway { get; set; } = new("wss://gateway.stand-in.test/");

    public int Shards { get; init; } = 1;
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Logins a day.</summary>
    public int Starts { get; init; } = 1_000;
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long a session that lost its connection can be resumed.</summary>
    public TimeSpan SessionLife { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Intents that were allowed in the portal, beside those that need no leave.</summary>
    public int PrivilegedIntents { get; init; }

    public Uri Resume => new(Gateway, "resume");
}
