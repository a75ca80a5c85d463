using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using Bot.Testing.Slack.Blocks;
using Bot.Testing.Slack.Methods;

namespace Bot.Testing.Slack.Telling;

/// <summary>What comes of what the app says with its acknowledgement (<see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>).</summary>
internal sealed class SlackAnswers(StandInSlack slack)
{
    private static readonly Fields Suggested = new(new Field("options", Texts.Options), new Field("option_groups", Texts.OptionGroups));

    public void Take(SlackTold told, SlackAck.Taken ack)
    {
        var said = ack.Body is { Count: > 0 } body ? body : null;
        if (ack.Text.StartsWith('{'))
        {
            slack.Violate($"{told.Name}: JSON that is not said to be JSON: {ack.Text}");
        }

        switch (told.Kind, told.Name)
        {
            case (SlackTold.Command, _):
                slack.Hooks.AnsweredAtOnce(told, said ?? (ack.Text.Length > 0 ? Words(ack.Text) : null));
                break;
            case (_, "view_submission"):
                Submitted(told, said, ack.Text);
                break;
            case (_, "block_suggestion"):
                Suggest(told, said);
                break;
            case (SlackTold.Event, _):
                break;
            default:
                if (said is not null || ack.Text.Length > 0)
                {
                    slack.Violate($"{told.Name}: something was said where nothing may be: {said?.ToJsonString() ?? ack.Text}");
                }

                break;
        }
    }

    private static JsonObject Words(string text) => new() { ["response_type"] = "ephemeral", ["text"] = text };

    private void Submitted(SlackTold told, JsonObject? said, string text)
    {
        var view = told.View!;
        if (text.Length > 0)
        {
            slack.Violate($"view_submission: '{text}' is shown as a fault");
            return;
        }

        switch ((string?)said?["response_action"])
        {
            case null when said is null:
                view.IsClosed = true;
                break;
            case "clear":
                foreach (var each in slack.World.Views.Where(each => each.Root == view.Root))
                {
                    each.IsClosed = true;
                }

                break;
            case "errors":
                Errors(view, said!["errors"] as JsonObject ?? []);
                break;
            case "update" when Shown(said!) is { } shown:
                view.Show(shown, slack.World.NextTs());
                break;
            case "push" when Shown(said!) is { } shown:
                slack.World.Show(shown, view.Team, view.User, view);
                break;
            default:
                slack.Violate($"view_submission: {said!.ToJsonString()}");
                break;
        }
    }

    private void Errors(SlackView view, JsonObject errors)
    {
        var inputs = view.Blocks.Where(block => (string?)block!["type"] == "input").Select(block => (string?)block!["block_id"]);
        if (
            errors.Count == 0
            || errors.Any(each => !inputs.Contains(each.Key) || each.Value?.ToString() is not { Length: > 0 and <= 2_000 })
        )
        {
            slack.Violate($"view_submission: errors that are of no input: {errors.ToJsonString()}");
        }
    }

    private JsonObject? Shown(JsonObject said)
    {
        var errors = new SlackErrors();
        new Fields(new Field("view", ViewShapes.Modal, Required: true), new Field("response_action", new Shape.Text(10))).Check(
            said,
            "",
            errors
        );
        ViewMethods.Check(said, errors);
        foreach (var line in errors.Lines)
        {
            slack.Violate($"view_submission: {line}");
        }

        return errors.Any ? null : said["view"] as JsonObject;
    }

    private void Suggest(SlackTold told, JsonObject? said)
    {
        var errors = new SlackErrors();
        Suggested.Check(said ?? [], "", errors);
        if (said is null || said.ContainsKey("options") == said.ContainsKey("option_groups"))
        {
            errors.Add("", "", "either options or option_groups");
        }

        foreach (var line in errors.Lines)
        {
            slack.Violate($"block_suggestion: {line}");
        }

        told.Options = said;
    }
}
