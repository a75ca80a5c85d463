using Bot.StandIn;
using Bot.Testing.Discord;

// Discord as a process, for a bot on this machine and somebody at this terminal: `Bot.StandIn [URL]`. It ends when its input does, and says what the bot should not have done.
await using var discord = await RunningStandIn.Start(args.FirstOrDefault() ?? "http://127.0.0.1:5099");
discord.Gateway.Join(StandInWorld.Guild);
Console.WriteLine(
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

    """
);
using var end = new CancellationTokenSource();
var screen = new Screen(discord);
var showing = screen.Run(end.Token);
var keyboard = new Keyboard(discord);
while (await Console.In.ReadLineAsync() is { } line)
{
    if (line.Trim() is { Length: > 0 } typed && keyboard.Type(typed) is { } problem)
    {
        Console.WriteLine(problem);
    }
}

await end.CancelAsync();
await showing;
foreach (var violation in discord.Violations)
{
    Console.WriteLine($"Not allowed: {violation}");
}

Console.WriteLine(
    $"{discord.Rest.Calls.Count} requests, {discord.Violations.Count} of them wrong, {discord.Rest.Limits.Exceeded} over a limit."
);
return discord.Violations.Count == 0 ? 0 : 1;
