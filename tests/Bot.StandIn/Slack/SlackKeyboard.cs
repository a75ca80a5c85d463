using System.Text.Json.Nodes;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;

namespace Bot.StandIn.Slack;

/// <summary>What is typed at the terminal, done at Slack.</summary>
internal sealed class SlackKeyboard(StandInSlack slack)
{
    private sealed record Where(string Channel, string User);

    /// <returns>Why it was not done; null when it was.</returns>
    public string? Type(string line) => Type(line, new Where(SlackWorld.Channel, SlackWorld.Person));

    private string? Type(string line, Where where)
    {
        var (first, rest) = Word(line);
        switch (first)
        {
            case "in":
                return Elsewhere(
                    rest,
                    name => slack.World.Channels.Values.FirstOrDefault(each => $"#{each.Name}" == name)?.Id,
                    id => where with { Channel = id }
                );
            case "as":
                return Elsewhere(
                    rest,
                    name => slack.World.Users.Values.FirstOrDefault(each => each.Name == name)?.Id,
                    id => where with { User = id }
                );
            case ['/', ..]:
                return Command(first, rest, where);
            case "press" or "choose":
                return Control(first, rest, where);
            case "about" or "shortcut":
                return Shortcut(first, rest, where);
            case "type" or "send":
                return Form(first, rest, where);
            case "dm":
                slack.People.WriteTo(rest, where.User);
                return null;
            case "thread":
                return Last(where) is { } top
                    ? Done(slack.People.Write(rest, where.Channel, where.User, top.Thread ?? top.Ts))
                    : "There is no message there yet.";
            case "home":
                return Done(slack.People.OpenHome(user: where.User));
            case "invite":
                return Elsewhere(
                    $"{rest} ",
                    name => slack.World.Channels.Values.FirstOrDefault(each => $"#{each.Name}" == name)?.Id,
                    id =>
                    {
                        slack.People.Invite(id);
                        return null;
                    }
                );
            case "uninstall":
                slack.People.Uninstall();
                return null;
            default:
                slack.People.Write(line, where.Channel, where.User);
                return null;
        }
    }

    private string? Elsewhere(string line, Func<string, string?> find, Func<string, Where?> to)
    {
        var (name, rest) = Word(line);
        return find(name) is not { } id ? $"There is no {name} here."
            : to(id) is { } where ? Type(rest, where)
            : null;
    }

    private string? Command(string name, string text, Where where) =>
        slack.App.Commands.Contains(name)
            ? Done(slack.People.Type(text, where.Channel, where.User, name))
            : $"{name} is not a valid command. There is: {string.Join(", ", slack.App.Commands)}.";

    /// <summary>Of the last message that has it, or of the form or page that is open.</summary>
    private string? Control(string verb, string label, Where where)
    {
        foreach (var view in Views(where))
        {
            if (verb == "press" && Find(view.Blocks, label) is { } button)
            {
                return Done(slack.People.Press(view, (string)button["action_id"]!));
            }
        }

        foreach (var message in slack.Messages.Where(each => !each.IsDeleted && Sees(each, where)).Reverse())
        {
            if (verb == "press" && Find(message.Blocks, label) is { } button)
            {
                return Done(slack.People.Press(message, (string)button["action_id"]!, where.User));
            }

            if (verb == "choose" && Option(message.Blocks, label) is var (menu, value))
            {
                return Done(slack.People.Choose(message, menu, value, where.User));
            }
        }

        return $"There is no \u201C{label}\u201D.";
    }

    private string? Shortcut(string verb, string name, Where where)
    {
        var id =
            (slack.App.Shortcuts ?? []).FirstOrDefault(each => Loose(each).StartsWith(Loose(name), StringComparison.Ordinal))
            ?? Loose(name);
        try
        {
            return verb == "shortcut" ? Done(slack.People.Shortcut(id, where.User))
                : Last(where) is { } message ? Done(slack.People.Shortcut(id, message, where.User))
                : "There is no message there yet.";
        }
        catch (ArgumentException unknown)
        {
            return unknown.Message;
        }
    }

    private string? Form(string verb, string text, Where where)
    {
        if (slack.World.Views.LastOrDefault(each => each.User == where.User && !each.IsClosed) is not { } view)
        {
            return "There is no form open.";
        }

        var inputs = view.Blocks.OfType<JsonObject>().Where(block => (string?)block["type"] == "input").ToList();
        if (verb == "type")
        {
            return inputs.Find(block => (string?)block["element"]!["type"] == "external_select") is { } asking
                ? Done(slack.People.Complete(view, (string)asking["block_id"]!, text))
                : "No field there asks for anything.";
        }

        var given = new List<(string, string)>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var named = inputs.Find(block => part.StartsWith($"{block["label"]!["text"]}:", StringComparison.OrdinalIgnoreCase));
            var label = (string?)named?["label"]!["text"];
            given.Add(((string)(named ?? inputs[0])["block_id"]!, label is null ? part : part[(label.Length + 1)..].Trim()));
        }

        try
        {
            return Done(slack.People.Submit(view, [.. given]));
        }
        catch (ArgumentException empty)
        {
            return empty.Message;
        }
    }

    private IEnumerable<SlackView> Views(Where where) =>
        slack
            .World.Views.Where(view => view.User == where.User && !view.IsClosed)
            .Reverse()
            .Concat(slack.World.Homes.TryGetValue(where.User, out var home) ? [home] : []);

    private SlackMessage? Last(Where where) =>
        slack.Messages.LastOrDefault(each => each is { IsDeleted: false, IsEphemeral: false } && each.Channel == where.Channel);

    private bool Sees(SlackMessage message, Where where) =>
        message.OnlyFor is { } only ? only == where.User : slack.World.Channels[message.Channel].Members.Contains(where.User);

    private static JsonObject? Find(JsonArray blocks, string label) =>
        Seen.Controls(blocks)
            .FirstOrDefault(each =>
                (string?)each["type"] == "button" && Seen.Label(each).StartsWith(label, StringComparison.OrdinalIgnoreCase)
            );

    private static (string Menu, string Value)? Option(JsonArray blocks, string label) =>
        Seen.Controls(blocks)
            .SelectMany(menu => (menu["options"] as JsonArray ?? []).Select(option => (menu, option)))
            .Where(each => ((string)each.option!["text"]!["text"]!).Contains(label, StringComparison.OrdinalIgnoreCase))
            .Select(each => ((string, string)?)((string)each.menu["action_id"]!, (string)each.option!["value"]!))
            .FirstOrDefault();

    private static (string First, string After) Word(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (text[..at], text[(at + 1)..].Trim()) : (text, "");

    private static string Loose(string name) => name.ToLowerInvariant().Replace(' ', '_');

    private static string? Done(object? _) => null;
}
