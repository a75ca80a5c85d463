using System.Text.RegularExpressions;

namespace Bot.Testing.Slack.Telling;

/// <summary>What somebody types, as an app is told it: people, channels and links in brackets, the rest escaped.</summary>
internal static partial class SlackText
{
    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Typed(string text, SlackWorld world, SlackApp app, string team)
    {
        var people = world
            .Users.Values.Where(user => user.Team == team)
            .ToDictionary(user => user.Name, user => user.Id, StringComparer.Ordinal);
        people[app.Name] = SlackWorld.Bot(team);
        var channels = world.Channels.Values.Where(channel => channel.Team == team && !channel.IsDirect);
        return Live()
            .Replace(
                Escaped(text),
                found =>
                    found.Value[0] switch
                    {
                        '@' when found.Value is "@here" or "@channel" or "@everyone" => $"<!{found.Value[1..]}>",
                        '@' when people.TryGetValue(found.Value[1..], out var id) => $"<@{id}>",
                        '#' when channels.FirstOrDefault(each => each.Name == found.Value[1..]) is { } channel => channel.IsPrivate
                            ? $"<#{channel.Id}|>"
                            : $"<#{channel.Id}|{channel.Name}>",
                        'h' => $"<{found.Value}>",
                        _ => found.Value,
                    }
            );
    }

    [GeneratedRegex(@"(?<!\w)[@#][\w-]+|https?://[^\s<>]+")]
    private static partial Regex Live();
}
