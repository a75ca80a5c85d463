using Bot.Core.Conversation.Forms;
using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>What was filled in, by field: typed, or chosen.</summary>
internal static class FormReader
{
    public static IReadOnlyDictionary<string, string> Values(OpenView view)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in (view.State?.Values ?? []).SelectMany(block => block.Value))
        {
            if ((value.Value ?? value.SelectedOption?.Value ?? value.SelectedDate ?? Joined(value.SelectedUsers)) is { } filled)
            {
                values[field] = filled;
            }
        }

        return values;
    }

    private static string? Joined(List<string>? people) => people is null ? null : FormField.People.Write(people);
}
