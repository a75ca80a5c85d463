using Bot.Core.Conversation;

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

    private static string Context(string? sentence) => sentence is null ? "" : $" {OneLine(sentence)} ";

    private static string OneLine(string text) => DiscordText.Escape(text.ReplaceLineEndings(" "));

    /// <summary>Nothing is escaped within code, so what would end it goes.</summary>
    private static string Code(string command) => DiscordText.Plain(command.ReplaceLineEndings(" ").Replace('`', '\''));
}
