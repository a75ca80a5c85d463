using Bot.Testing.Slack;

namespace Bot.StandIn.Slack;

/// <summary>Slack: over its sockets, or by requests where it is said where the service is.</summary>
internal sealed class SlackAtHand : IPlatformAtHand
{
    private readonly RunningSlack running;
    private readonly SlackKeyboard keyboard;
    private readonly SlackScreen screen;

    private SlackAtHand(RunningSlack running) =>
        (this.running, keyboard, screen) = (running, new SlackKeyboard(running.Slack), new SlackScreen(running.Slack));

    /// <param name="app">As its manifest makes it.</param>
    /// <param name="service">Where requests go to; null where the service connects by itself.</param>
    public static async Task<SlackAtHand> Start(string url, SlackApp app, Uri? service)
    {
        app.IsSocketMode = service is null;
        var running = await RunningSlack.Start(app, url);
        running.Slack.Requests.To = service is null ? null : new HttpClient { BaseAddress = service };
        return new SlackAtHand(running);
    }

    public string Greeting =>
        $"""
            This stands in for Slack. Start the service in another terminal:

              {Mode} Slack__BotToken={SlackWorld.BotToken} \
              Slack__ApiBase={running.Slack.Addresses.Api.ToString().TrimEnd('/')} dotnet run --project src/Bot.Host

            Then type here, as jo in #general of the workspace Harbour; the end of the input (Ctrl+D) ends it:

              {running.Slack.App.Commands[0]} ask who responded      a command
              @dateline who responded         a message, for all to see
              thread @dateline who responded  the same, in the thread of the last message that all see
              dm who responded                a message to dateline itself
              press Sources                   a button, of what was shown last that has it
              choose everywhere               an entry of a menu
              about Ask about this            an entry in the menu of the last message, by its beginning
              shortcut ask                    an entry in Slack's own menu
              type who resp                   what is offered in a form's field that asks for it
              send who responded              a form is sent off: its first field, or field: value; field: value
              home                            dateline's own page
              invite #random                  dateline is brought into a channel
              in #random … or as mira …       any of these, elsewhere or by somebody else
              uninstall                       dateline is taken out of the workspace

            """;

    public bool IsWaiting => running.Slack.Told.Any(told => told.Ack is null && !told.Kind.Equals("events_api", StringComparison.Ordinal));

    public IReadOnlyList<string> Violations => running.Slack.Violations;

    public string Summary =>
        $"{running.Slack.Calls.Count} requests, {running.Slack.Violations.Count} things that no app may do, {running.Slack.Limits.Exceeded} over a limit.";

    private string Mode =>
        running.Slack.App.IsSocketMode
            ? $"Slack__Mode=socket Slack__AppToken={running.Slack.App.AppToken}"
            : $"Slack__Mode=http Slack__SigningSecret={running.Slack.App.SigningSecret} Public__Urls={running.Slack.Requests.To!.BaseAddress!.ToString().TrimEnd('/')}";

    public string? Type(string line) => keyboard.Type(line);

    public IEnumerable<(string What, string Text)> Seen() => screen.Seen();

    public async ValueTask DisposeAsync()
    {
        running.Slack.Requests.To?.Dispose();
        await running.DisposeAsync();
    }
}
