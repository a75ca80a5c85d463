using System.Text.Json;
using Bot.Core.Conversation;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <summary>A slash command as Discord sends it, read as the catalogue has it.</summary>
internal static class CommandReader
{
    /// <summary>The command's path, its values by option, and the option that is being typed.</summary>
    /// <param name="Path">"ask", "story who".</param>
    internal sealed record Sent(string Path, IReadOnlyDictionary<string, string> Values, string? Focused);

    public static Sent Read(InteractionData data)
    {
        var path = data.Name ?? "";
        var options = data.Options ?? [];
        while (options is [{ Type: InteractionOption.Subcommand or InteractionOption.SubcommandGroup } inner])
        {
            path += $" {inner.Name}";
            options = inner.Options ?? [];
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            values[option.Name] = Text(option.Value);
        }

        return new Sent(path, values, options.Find(option => option.Focused)?.Name);
    }

    public static Parsed Parse(Sent sent) =>
        Catalogue.Find(sent.Path) is { } entry ? Grammar.Read(entry, sent.Values) : Grammar.Parse($"/{sent.Path}");

    /// <summary>Whatever sort a value is of: a client may send what it likes.</summary>
    private static string Text(JsonElement? value) =>
        value switch
        {
            { ValueKind: JsonValueKind.String } text => MessageText.Typed(text.GetString() ?? ""),
            { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
            _ => "",
        };
}
