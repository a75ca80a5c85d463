using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Settings;
using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>What can be pressed and chosen below a reply.</summary>
internal static class Rows
{
    /// <summary>None where there is nothing to press.</summary>
    public static IReadOnlyList<ActionRow> Of(IEnumerable<ReplyAction> actions, IReadOnlyList<ReplyButton> more) =>
        actions
            .Select(action => (action.Label, Id: ButtonIds.Say(action.Command)))
            .Where(button => button.Id is not null)
            .DistinctBy(button => button.Id)
            .Take(Limits.ButtonsInRow - more.Count)
            .Select(button => new ReplyButton(button.Label, button.Id!))
            .Concat(more)
            .Select(button => new Button(Label(button.Label), button.Id))
            .ToList()
            is { Count: > 0 } buttons
            ? [new ActionRow(buttons)]
            : [];

    public static ActionRow Of(Menu menu)
    {
        var options = menu
            .Options.Take(Limits.Options)
            .Select(option => (option.IsNow, Option: Option(option.Label, option.Value)))
            .ToList();
        return new ActionRow([
            new StaticSelect(
                menu.Id,
                new PlainWords(SlackText.Plain(menu.Placeholder, Limits.Placeholder)),
                [.. options.Select(each => each.Option)]
            )
            {
                InitialOption = options.Find(each => each.IsNow).Option,
            },
        ]);
    }

    public static Option Option(string label, string value) => new(new PlainWords(SlackText.Plain(label, Limits.Option)), value);

    private static PlainWords Label(string label) => new(SlackText.Plain(label, Limits.ButtonLabel));
}
