using Bot.StandIn;
using Bot.StandIn.Discord;
using Bot.StandIn.Slack;
using Bot.Testing.Slack;

// A platform as a process, for a bot on this machine and somebody at this terminal: `Bot.StandIn [discord [URL]]` or `Bot.StandIn slack [URL] [--manifest FILE] [--to SERVICE]`.
// It ends when its input does, and says what the bot should not have done.
var (words, options) = Arguments.Read(args);
await using IPlatformAtHand platform = words.ElementAtOrDefault(0) switch
{
    null or "discord" => await DiscordAtHand.Start(words.ElementAtOrDefault(1) ?? "http://127.0.0.1:5099"),
    "slack" => await SlackAtHand.Start(
        words.ElementAtOrDefault(1) ?? "http://127.0.0.1:5098",
        options.TryGetValue("manifest", out var file) ? SlackApp.Of(await File.ReadAllTextAsync(file)) : new SlackApp(),
        options.TryGetValue("to", out var service) ? new Uri(service) : null
    ),
    var other => throw new ArgumentException($"There is no stand-in for '{other}': it is 'discord' or 'slack'."),
};
Console.WriteLine(platform.Greeting);
using var end = new CancellationTokenSource();
var showing = new Screen(platform).Run(end.Token);
while (await Console.In.ReadLineAsync() is { } line)
{
    if (line.Trim() is { Length: > 0 } typed && platform.Type(typed) is { } problem)
    {
        Console.WriteLine(problem);
    }
}

await end.CancelAsync();
await showing;
foreach (var violation in platform.Violations)
{
    Console.WriteLine($"Not allowed: {violation}");
}

Console.WriteLine(platform.Summary);
return platform.Violations.Count == 0 ? 0 : 1;
