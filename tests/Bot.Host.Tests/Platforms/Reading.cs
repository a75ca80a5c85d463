using System.Text.RegularExpressions;

namespace Bot.Host.Tests.Platforms;

/// <summary>What both platforms' readers take away: marks, breaks that nobody sees, and the name of the command where it differs.</summary>
internal static partial class Reading
{
    public static string Words(string text) =>
        Spaces().Replace(Command().Replace(text.Replace("\u200B", "", StringComparison.Ordinal), "$1$2"), " ").Trim();

    /// <summary>What a fact says, without the day as of which it said so.</summary>
    public static string Says(string says) => AsAt().Replace(says, "");

    /// <summary>A line without what makes it a point of a list, a quotation or small print.</summary>
    public static string Line(string line) => Words(Point().Replace(line, ""));

    /// <summary>Each once, without the sentences.</summary>
    public static string Sources(string text) =>
        string.Join("; ", Sentence().Replace(text.Replace('\n', ';'), "").Split(';').Select(Words).Distinct());

    [GeneratedRegex("^As at [^:]+: ")]
    private static partial Regex AsAt();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*(?:[\u2022>]|-#)\s*")]
    private static partial Regex Point();

    /// <summary>How a command is called: <c>/help</c>, <c>/dateline help</c>, <c>@Dateline help</c>, or by its words alone; in brackets or without.</summary>
    [GeneratedRegex(
        @"(^|[\s\u201C])\(?(?:/dateline |@Dateline |/)?((?:ask|story|why|report|digest|fact|settings|privacy|help)\b(?:[^()]*(?=\)))?)\)?"
    )]
    private static partial Regex Command();

    [GeneratedRegex(@": \u201C.*?\u201D(?=;|$)")]
    private static partial Regex Sentence();
}
