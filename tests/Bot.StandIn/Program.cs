using Bot.Testing.Discord;
using Bot.Testing.Discord.Gateway;

// A stand-in for Discord as a process: `Bot.StandIn [URL]`. It ends when its input does, and says what its clients should not have done.
var url = new Uri(args.FirstOrDefault() ?? "http://127.0.0.1:5099");
var discord = new StandInDiscord(TimeProvider.System);
var application = new StandInApplication
{
    Token = discord.Token,
    ApplicationId = discord.ApplicationId,
    BotId = discord.BotId,
    Gateway = new UriBuilder(url) { Scheme = "ws" }.Uri,
};
var gateway = new StandInGateway(application, TimeProvider.System);
discord.Gateway = gateway.GatewayBot;
await using var server = await StandInServer.On(url.ToString(), discord, app => app.UseStandInGateway(gateway));
Console.WriteLine($"api {server.Api}");
Console.WriteLine($"application {discord.ApplicationId}");
Console.WriteLine($"token {discord.Token}");
await Console.In.ReadToEndAsync();
IReadOnlyList<string> violations = [.. discord.Violations, .. gateway.Violations];
foreach (var violation in violations)
{
    Console.WriteLine($"violation {violation}");
}

Console.WriteLine($"{discord.Calls.Count} requests, {violations.Count} violations, {discord.Limits.Exceeded} over a limit");
return violations.Count == 0 ? 0 : 1;
