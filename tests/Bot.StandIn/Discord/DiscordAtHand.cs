using Bot.Testing.Discord;

namespace Bot.StandIn.Discord;

/// <summary>Discord, over its Gateway.</summary>
internal sealed class DiscordAtHand : IPlatformAtHand
{
    private readonly RunningStandIn discord;
    private readonly DiscordKeyboard keyboard;
    private readonly DiscordScreen screen;

    private DiscordAtHand(RunningStandIn discord) =>
        (this.discord, keyboard, screen) = (discord, new DiscordKeyboard(discord), new DiscordScreen(discord));

    public static async Task<DiscordAtHand> Start(string url)
    {
        var discord = await RunningStandIn.Start(url);
        discord.Gateway.Join(StandInWorld.Guild);
        return new DiscordAtHand(discord);
    }

    public string Greeting =>
        $"""
            This stands in for Discord. Start the service in another terminal:

              Discord__Mode=gateway Discord__ApplicationId={discord.Rest.ApplicationId} Discord__BotToken={discord.Rest.Token} \
              Discord__ApiBase={discord.Api.ToString().TrimEnd('/')} dotnet run --project src/Bot.Host

            Then type here, as jo in #general of the server Test; the end of the input (Ctrl+D) ends it:

              /ask who responded                  a command; what comes before a name is its first option
              /story timeline since:2025-09       options by name
              complete /story who isr             what is offered for what was typed so far
              press Sources                       a button, of the last message that has it
              @dateline who responded             a message, for all to see

            """;

    public bool IsWaiting => screen.IsWaiting;

    public IReadOnlyList<string> Violations => discord.Violations;

    public string Summary =>
        $"{discord.Rest.Calls.Count} requests, {discord.Violations.Count} of them wrong, {discord.Rest.Limits.Exceeded} over a limit.";

    public string? Type(string line) => keyboard.Type(line);

    public IEnumerable<(string What, string Text)> Seen() => screen.Seen();

    public ValueTask DisposeAsync() => discord.DisposeAsync();
}
