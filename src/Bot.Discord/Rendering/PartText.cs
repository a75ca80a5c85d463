using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Parts that are text: a line each, or a few.</summary>
internal static class PartText
{
    public static IEnumerable<string> Of(Part part) =>
        part switch
        {
            Heading heading => [$"**{DiscordText.Escape(heading.Words)}**"],
            Line { Command: { } command } line => [$"\u2022 {DiscordText.Escape(line.Words)} (`{Code(command)}`)"],
            Line line => [$"\u2022 {DiscordText.Escape(line.Words)}"],
            WebLink link => [$"[{DiscordText.Escape(link.Words)}](<{link.Address.AbsoluteUri}>)"],
            Appointment appointment => [$"\u2022 {Appointed(appointment)}"],
            Named named => [$"\u2022 {DiscordText.Escape(named.Words)} {string.Join(", ", named.People.Select(Person))}"],
            More more => [$"*{more.Words}*"],
            Hint hint => [DiscordText.Escape(hint.Words)],
            Quote quote =>
            [
                $"> {Context(quote.Before)}**{OneLine(quote.Sentence)}**{Context(quote.After)}",
                $"-# {OneLine(quote.Document)}",
            ],
            Explanation explanation => explanation.Lines.Select(line => $"\u2022 {DiscordText.Escape(line)}"),
            Picture picture => picture.Entries.Select(entry =>
                $"\u2022 **{DiscordText.Escape(entry.Date)}**: {DiscordText.Escape(entry.Says)} ({DiscordText.Escape(entry.Speaker)}; {DiscordText.Escape(entry.StatusWords)}){(entry.IsNew ? " **new**" : "")}"
            ),
            _ => [],
        };

    /// <summary>The channel by its name, and the moment by the reader's own clock (<see href="https://discord.com/developers/docs/reference#message-formatting"/>).</summary>
    private static string Appointed(Appointment appointment)
    {
        var place = Snowflake.TryParse(appointment.Place.Value) is { } channel
            ? $"<#{channel}>"
            : DiscordText.Escape(appointment.Place.Value);
        var when = appointment.When is { } words
            ? $"; {DiscordText.Escape(words)}: <t:{appointment.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}:F>"
            : "";
        return $"{DiscordText.Escape(appointment.Words)} {place}{when}";
    }

    private static string Person(UserId person) =>
        Snowflake.TryParse(person.Value) is { } user ? $"<@{user}>" : DiscordText.Escape(person.Value);

    private static string Context(string? sentence) => sentence is null ? "" : $" {OneLine(sentence)} ";

    private static string OneLine(string text) => DiscordText.Escape(text.ReplaceLineEndings(" "));

    /// <summary>Nothing is escaped within code, so what would end it goes.</summary>
    private static string Code(string command) => DiscordText.Plain(command.ReplaceLineEndings(" ").Replace('`', '\''));
}
