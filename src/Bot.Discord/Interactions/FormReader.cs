using System.Text.Json;
using Bot.Core.Conversation.Forms;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <summary>What was filled in, by field, wherever the fields stand in the form.</summary>
internal static class FormReader
{
    /// <summary>So deep do fields stand; a client may send what it likes.</summary>
    private const int Deepest = 4;

    public static IReadOnlyDictionary<string, string> Values(InteractionData data)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(data.Components ?? [], values, Deepest);
        return values;
    }

    private static void Read(IEnumerable<FilledComponent> components, Dictionary<string, string> values, int depth)
    {
        foreach (var component in components)
        {
            if (
                component.CustomId is { } id
                && (component.Values is { Count: > 0 } chosen ? FormField.People.Write(chosen) : Text(component.Value)) is { } value
            )
            {
                values[id] = value;
            }

            if (depth > 0)
            {
                Read(
                    [.. component.Components ?? [], .. component.Component is { } inner ? [inner] : Array.Empty<FilledComponent>()],
                    values,
                    depth - 1
                );
            }
        }
    }

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
