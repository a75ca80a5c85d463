using System.Text.Json.Nodes;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;

namespace Bot.Host.Tests.Platforms;

/// <summary>What Slack shows, read.</summary>
internal static class SlackReader
{
    public static Shown Read(SlackMessage message) => Read(message.Blocks, message.IsEphemeral || message.Channel.StartsWith('D'));

    public static Shown Read(JsonArray blocks, bool isPrivate)
    {
        var texts = blocks.OfType<JsonObject>().Select(block => (Block: block, Lines: Lines(block))).ToList();
        return new Shown(
            isPrivate,
            Reading.Words(string.Join('\n', texts[0].Lines)),
            [.. texts.Where(each => IsCard(each.Lines)).Select(each => Card(each.Lines))],
            [
                .. texts
                    .Skip(1)
                    .Where(each => !IsCard(each.Lines))
                    .SelectMany(each => each.Lines)
                    .SelectMany(line => line.Split('\n'))
                    .Select(Reading.Line),
            ],
            [.. Seen.Controls(blocks).Where(each => (string?)each["type"] == "button").Select(Seen.Label).Select(Reading.Words)]
        );
    }

    private static IReadOnlyList<string> Lines(JsonObject block) => [.. Seen.Lines([block.DeepClone()])];

    private static bool IsCard(IReadOnlyList<string> lines) => lines.Any(line => line.Contains("Speaker: ", StringComparison.Ordinal));

    private static Card Card(IReadOnlyList<string> lines)
    {
        var all = string.Join('\n', lines).Split('\n');
        var says = lines[0].Split('\n');
        return new Card(Reading.Words(says[^1]), Field("Speaker"), Field("Status"), Field("Date"), Reading.Sources(Field("Source")));

        string Field(string name) =>
            all.First(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal))[
                    (name.Length + 1)..
                ]
                .TrimStart('s', ':')
                .Trim();
    }
}
