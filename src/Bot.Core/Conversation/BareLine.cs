namespace Bot.Core.Conversation;

/// <summary>
/// Reads what follows the one word that all commands stand under, or a mention of the bot: <c>story who name:the council</c>, <c>who responded?</c>. What begins with no
/// command's name, nor with nearly one, is a question.
/// </summary>
public static class BareLine
{
    /// <summary>So many words may stand after what takes nothing, or is no command's name, until it is taken for a sentence.</summary>
    private const int FewWords = 2;

    private static readonly HashSet<string> Interrogatives = new(StringComparer.OrdinalIgnoreCase)
    {
        "who",
        "whom",
        "whose",
        "what",
        "when",
        "where",
        "which",
        "why",
        "how",
    };

    public static Parsed Parse(string typed)
    {
        var line = typed.Trim();
        return line is "" or "?" ? Grammar.Parse("/help")
            : IsCommand(line) ? Grammar.Parse($"/{line}")
            : Grammar.Parse(line);
    }

    private static bool IsCommand(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (Grammar.Entry($"/{line}") is not { } entry)
        {
            return words.Length <= FewWords && !line.EndsWith('?') && !Interrogatives.Contains(words[0]) && Grammar.IsNearly(line);
        }

        var after = words.Skip(entry.Path.Split(' ').Length).ToList();
        return after.Count == 0
            || (
                entry switch
                {
                    // "Why was it stopped" is a question, "why who responded" asks how that one was answered.
                    { Path: "why" } => Interrogatives.Contains(after[0])
                        || after[0].StartsWith("question:", StringComparison.OrdinalIgnoreCase),
                    { Options: [] } or { Options: [{ Kind: OptionKind.Word }] } => after.Count <= FewWords,
                    _ => true,
                }
            );
    }
}
