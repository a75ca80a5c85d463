using System.Text.Json.Nodes;
using Bot.Testing.Discord;

namespace Bot.StandIn.Discord;

/// <summary>What is typed at the terminal, done at Discord.</summary>
internal sealed class DiscordKeyboard(RunningStandIn discord)
{
    private const string Pressing = "press ";
    private const string Completing = "complete /";

    /// <returns>Why it was not done; null when it was.</returns>
    public string? Type(string line)
    {
        if (!discord.Gateway.IsConnected)
        {
            return "The bot is not connected.";
        }

        if (line.StartsWith(Pressing, StringComparison.Ordinal))
        {
            return Press(line[Pressing.Length..].Trim());
        }

        if (line.StartsWith('/'))
        {
            return CommandLine.Read(discord.Rest.Commands, line[1..], isTyping: false, out var data) ?? Done(discord.People.Type(data));
        }

        if (line.StartsWith(Completing, StringComparison.Ordinal))
        {
            return CommandLine.Read(discord.Rest.Commands, line[Completing.Length..], isTyping: true, out var data)
                ?? Done(discord.People.Complete(data));
        }

        discord.People.Write(line.Replace("@dateline", $"<@{discord.Rest.BotId}>", StringComparison.Ordinal));
        return null;
    }

    /// <summary>A button of the last message that has it.</summary>
    private string? Press(string label)
    {
        var (message, button) = discord
            .Rest.Messages.Where(message => !message.IsDeleted)
            .Reverse()
            .SelectMany(message => Buttons(message).Select(button => (message, button)))
            .FirstOrDefault(each => ((string?)each.button["label"])?.StartsWith(label, StringComparison.OrdinalIgnoreCase) == true);
        return message is null
            ? $"There is no button \u201C{label}\u201D."
            : Done(discord.People.Press(message, (string)button["custom_id"]!));
    }

    internal static IEnumerable<JsonNode> Buttons(StandInMessage message) =>
        message.Components.SelectMany(row => row!["components"] as JsonArray ?? []).OfType<JsonNode>();

    private static string? Done(StandInAnswers.Asked _) => null;
}
