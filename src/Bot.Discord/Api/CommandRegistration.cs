using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Wire;

namespace Bot.Discord.Api;

/// <summary>
/// Registers the commands: compared first, and only what differs is written, each by itself. A command that is not ours is left alone, and one that stays keeps its id and
/// with it what a guild's admins set for it (<see href="https://discord.com/developers/docs/interactions/application-commands#registering-a-command"/>).
/// </summary>
/// <param name="http">With Discord's address as its base, and the bot's token.</param>
/// <param name="guilds">The guilds in which they are registered, for trying out; none: they are for everybody.</param>
internal sealed class CommandRegistration(HttpClient http, string applicationId, IReadOnlyList<string> guilds, TimeProvider time)
{
    private const int MostTries = 5;

    /// <summary>The token belongs in one header, and the project's name in another: Discord's edge refuses who does not say who it is.</summary>
    public static void Introduce(HttpClient http, Uri api, string token)
    {
        http.BaseAddress = api;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", token);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://github.com/dateline/dateline, 0.1)");
    }

    /// <returns>The names of the commands that were written.</returns>
    /// <exception cref="DiscordRefusedException">Discord refused; the message says why.</exception>
    public async Task<IReadOnlyList<string>> Register(CancellationToken cancellation)
    {
        if (guilds.Count == 0)
        {
            return await Register($"applications/{applicationId}/commands", CommandList.All, cancellation);
        }

        var written = new List<string>();
        foreach (var guild in guilds)
        {
            written.AddRange(await Register($"applications/{applicationId}/guilds/{guild}/commands", CommandList.InGuild, cancellation));
        }

        return [.. written.Distinct()];
    }

    private async Task<IReadOnlyList<string>> Register(string path, IReadOnlyList<ApplicationCommand> wantedThere, CancellationToken cancellation)
    {
        var there = JsonNode.Parse(await Send(HttpMethod.Get, path, null, cancellation))!.AsArray();
        var written = new List<string>();
        foreach (var command in wantedThere)
        {
            var wanted = JsonSerializer.SerializeToNode(command, DiscordJson.Default.ApplicationCommand)!;
            var found = there.FirstOrDefault(each => IsOf(each!, command));
            if (found is null || !CommandComparison.Same(wanted, found))
            {
                await Send(HttpMethod.Post, path, wanted, cancellation);
                written.Add(command.Name);
            }
        }

        return written;
    }

    private static bool IsOf(JsonNode there, ApplicationCommand command) =>
        (string?)there["name"] == command.Name && ((int?)there["type"] ?? 1) == command.Type;

    private async Task<string> Send(HttpMethod method, string path, JsonNode? content, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(
                method,
                new Uri($"{path}?with_localizations=true", UriKind.Relative)
            );
            request.Content = content is null ? null : JsonContent.Create(content);
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            if (response.IsSuccessStatusCode)
            {
                return body;
            }

            if (response.StatusCode != HttpStatusCode.TooManyRequests || tries == MostTries)
            {
                throw new DiscordRefusedException(Sentence(response.StatusCode, body));
            }

            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(tries), time, cancellation);
        }
    }

    private static string Sentence(HttpStatusCode status, string body) =>
        status switch
        {
            HttpStatusCode.Unauthorized =>
                "Discord does not take the bot's token: copy it anew from the Developer Portal, under Bot, into `Discord:BotToken`.",
            HttpStatusCode.NotFound or HttpStatusCode.Forbidden =>
                "Discord does not let this bot register the application's commands: `Discord:ApplicationId` and `Discord:BotToken` must be of the same application.",
            _ => string.Create(CultureInfo.InvariantCulture, $"Discord refused the commands with {(int)status}: {Message(body)}"),
        };

    private static string Message(string body)
    {
        try
        {
            return (string?)JsonNode.Parse(body)?["message"] ?? "no reason given";
        }
        catch (JsonException)
        {
            return "no reason given";
        }
    }
}

/// <summary>Discord refused something; the message says what and what to do.</summary>
public sealed class DiscordRefusedException(string sentence) : Exception(sentence);
