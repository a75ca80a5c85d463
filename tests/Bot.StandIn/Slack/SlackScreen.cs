using System.Text.Json.Nodes;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Reading = Bot.Testing.Slack.Blocks.Seen;

namespace Bot.StandIn.Slack;

/// <summary>What jo sees of the bot at Slack.</summary>
internal sealed class SlackScreen(StandInSlack slack)
{
    /// <summary>All there is to see, each by a name of its own.</summary>
    public IEnumerable<(string What, string Text)> Seen()
    {
        if (slack.App.IsSocketMode)
        {
            yield return ("", slack.Sockets.Live.Any(each => each.IsGreeted) ? "(dateline is online)" : "(dateline is offline)");
        }

        foreach (var message in slack.Messages.Where(message => message.BotId is not null))
        {
            yield return (message.Ts, message.IsDeleted ? "(a message of dateline's was deleted)" : Text(message));
        }

        foreach (var view in slack.World.Views.ToList().Concat(slack.World.Homes.Values.ToList()))
        {
            yield return (view.Id, view.IsClosed ? "(the form is closed)" : Text(view));
        }

        foreach (var told in slack.Told.Where(told => !told.Kind.Equals(SlackTold.Event, StringComparison.Ordinal)))
        {
            yield return (told.GetHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture), Outcome(told));
        }
    }

    private static string Outcome(SlackTold told) =>
        told.Ack switch
        {
            SlackAck.Failed { Reason: "http_timeout" or "timeout" } => $"{told.Name} failed with the error \u201Coperation_timeout\u201D.",
            SlackAck.Failed failed => $"{told.Name} failed with the error \u201Cdispatch_failed\u201D ({failed.Reason} {failed.Detail}).",
            SlackAck.Taken { Body: { } body } when (string?)body["response_action"] == "errors" => string.Join(
                '\n',
                body["errors"]!.AsObject().Select(each => $"  {each.Key}: {each.Value}")
            ),
            _ when told.Options?["options"] is JsonArray options => string.Join(
                '\n',
                options.Select(option => $"  {option!["text"]!["text"]}")
            ),
            _ => "",
        };

    private string Text(SlackMessage message)
    {
        var channel = slack.World.Channels[message.Channel];
        var place = channel.IsDirect ? "in its messages with you" : $"in {(message.Thread is null ? "" : "a thread of ")}#{channel.Name}";
        var lines = new List<string>
        {
            message.OnlyFor is { } only ? $"dateline, to {Name(only)} alone:" : $"dateline, {place}, for all to see:",
        };
        lines.AddRange(message.Blocks.Count == 0 ? [Reading.Plain(message.Text)] : Shown(message.Blocks));
        lines.AddRange(message.Files.Select(file => $"<{file.Name}, {file.Bytes.Length} bytes: {file.AltText}>"));
        return string.Join("\n  ", lines.SelectMany(line => line.Split('\n')));
    }

    private string Text(SlackView view)
    {
        var title = (string?)view.Shown["title"]?["text"];
        var lines = new List<string>
        {
            title is null ? $"dateline's page for {Name(view.User)}:" : $"a form for {Name(view.User)}, \u201C{title}\u201D:",
        };
        lines.AddRange(Shown(view.Blocks));
        return string.Join("\n  ", lines.SelectMany(line => line.Split('\n')));
    }

    private static IEnumerable<string> Shown(JsonArray blocks)
    {
        var buttons = Reading
            .Controls(blocks)
            .Where(each => (string?)each["type"] == "button")
            .Select(each => $"[{Reading.Label(each)}]")
            .ToList();
        return
        [
            .. Reading.Lines(blocks),
            .. Reading.Controls(blocks).Where(each => each["options"] is JsonArray).Select(Menu),
            .. buttons.Count == 0 ? [] : (string[])[string.Join(' ', buttons)],
        ];
    }

    private static string Menu(JsonObject menu) =>
        $"{Reading.Label(menu)}: {string.Join(" | ", menu["options"]!.AsArray().Select(option => option!["text"]!["text"]))}";

    private string Name(string user) => user == SlackWorld.Person ? "you" : slack.World.Users[user].Name;
}
