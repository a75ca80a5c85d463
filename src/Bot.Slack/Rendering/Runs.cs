using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>Words of others and of our own as rich text.</summary>
internal static class Runs
{
    /// <summary>The longest single text of a part.</summary>
    public const int Longest = 1_500;

    /// <summary>Stands where nothing is left to show, for Slack takes no empty text.</summary>
    private const string Nothing = "\u2026";

    public static Run Of(string words, RunStyle? style = null, int most = Longest) =>
        SlackText.Plain(words, most) is var shown && string.IsNullOrWhiteSpace(shown) ? new Run(Nothing, style) : new Run(shown, style);

    public static Run Bold(string words) => Of(words, RunStyle.InBold);

    /// <summary>What a line break would take apart.</summary>
    public static Run OneLine(string words, RunStyle? style = null, int most = Longest) => Of(words.ReplaceLineEndings(" "), style, most);

    /// <summary>After which the next one begins below.</summary>
    public static Run Line(string words, RunStyle? style = null, int most = Longest)
    {
        var line = OneLine(words, style, most - 1);
        return line with { Words = $"{line.Words}\n" };
    }

    public static Paragraph Paragraph(params IReadOnlyList<Run> runs) => new(runs);
}
