using System.Text.Json.Nodes;
using Bot.Testing.Discord;

namespace Bot.StandIn.Discord;

/// <summary>What jo sees of the bot at Discord.</summary>
internal sealed class DiscordScreen(RunningStandIn discord)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    /// <summary>Something is asked, and neither answered nor too late.</summary>
    public bool IsWaiting => discord.Rest.Interactions.All.Any(IsOpen);

    /// <summary>All there is to see, each by a name of its own.</summary>
    public IEnumerable<(string What, string Text)> Seen()
    {
        yield return ("", discord.Gateway.IsConnected ? "(dateline is online)" : "(dateline is offline)");
        foreach (var message in discord.Rest.Messages.Where(message => message.Author == discord.Rest.BotId))
        {
            yield return (message.Id, message.IsDeleted ? "(a message of dateline's was deleted)" : Text(message));
        }

        foreach (var asked in discord.Rest.Interactions.All.Where(asked => !IsOpen(asked)))
        {
            yield return (
                asked.Id,
                asked.Answer is null ? "The application did not respond."
                : asked.Type == 4 ? string.Join('\n', asked.Answer["data"]!["choices"]!.AsArray().Select(choice => $"  {choice!["name"]}"))
                : ""
            );
        }
    }

    private static bool IsOpen(StandInAnswers.Asked asked) =>
        asked.Answer is null && TimeProvider.System.GetUtcNow() - asked.At <= AnswerWithin;

    private static string Text(StandInMessage message)
    {
        var lines = new List<string> { message.IsEphemeral ? "dateline, to you alone:" : "dateline, for all to see:" };
        lines.Add(message.IsLoading ? "\u2026" : message.Content);
        foreach (var embed in message.Embeds.OfType<JsonObject>())
        {
            lines.Add("\u2014");
            lines.AddRange(
                ((string?[])[(string?)embed["author"]?["name"], (string?)embed["title"], (string?)embed["description"]]).OfType<string>()
            );
            lines.AddRange((embed["fields"] as JsonArray ?? []).Select(field => $"{field!["name"]}: {field["value"]}"));
            lines.AddRange(((string?[])[(string?)embed["footer"]?["text"]]).OfType<string>());
        }

        lines.AddRange(message.Files.Select(file => $"<{file.Name}, {file.Bytes.Length} bytes>"));
        if (DiscordKeyboard.Buttons(message).Select(button => $"[{button["label"]}]").ToList() is { Count: > 0 } buttons)
        {
            lines.Add(string.Join(' ', buttons));
        }

        return string.Join("\n  ", lines.SelectMany(line => line.Split('\n')));
    }
}
