using System.Text.Json.Nodes;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;

namespace Bot.Host.Tests.Platforms;

/// <summary>What can be pressed in a message of Slack's.</summary>
internal static class SlackControls
{
    /// <param name="label">How the button's label begins.</param>
    public static string Action(SlackMessage message, string label) => Action(message.Blocks, label);

    public static string Action(JsonArray blocks, string label) =>
        Seen.Controls(blocks)
            .Where(each => Seen.Label(each).StartsWith(label, StringComparison.Ordinal))
            .Select(each => (string)each["action_id"]!)
            .FirstOrDefault()
        ?? throw new ShouldAssertException($"There is no [{label}] below:\n{SlackReader.Read(blocks, true)}");
}
