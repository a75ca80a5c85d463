namespace Bot.Core.Moderation.Drafting;

/// <summary>What somebody typed or pasted, as one line: marks that would make a heading, a list or a quotation of it are taken off.</summary>
internal static class SheetText
{
    private const string Marks = "#>-*+\u2022 ";

    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A sentence that ends as one.</summary>
    public static string Sentence(string text)
    {
        var line = Line(text).TrimStart([.. Marks]);
        return line.Length == 0 || line[^1] is '.' or '!' or '?' or '"' or '\u201D' or '\u2026' ? line : line + ".";
    }
}
