namespace Bot.Core.Conversation;

/// <summary>
/// Reads what follows the one word that all commands stand under, or a mention of the bot: <c>story who name:the council</c>, <c>who responded?</c>. What begins with no
/// command's name, nor with nearly one, is a question.
/// </summary>
public static class BareLine
{
    /// <summary>The word before look-ups, which may be left out.</summary>
    private const string Group = "story";

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

    private static readonly HashSet<string> FirstWords = [.. Catalogue.All.Select(entry => entry.Path.Split(' ')[0])];

    public static Parsed Parse(string typed)
    {
        var line = Shown(typed.Trim());
        return line is "" or "?" ? Grammar.Parse("/help")
            : line[0] == '/' ? Grammar.Parse(line)
            : IsCommand(line) ? Grammar.Parse($"/{line}")
            : IsBrief(line) && IsCommand($"{Group} {line}") ? Grammar.Parse($"/{Group} {line}")
            : IsBrief(line) && Words(line).Length <= FewWords && Grammar.IsNearly(line) ? Grammar.Parse($"/{line}")
            : Grammar.Parse(line);
    }

    /// <summary>
    /// The words that may name a command, one space apart and without what is not seen in them; a question is left as it is, for in some languages that is spelling.
    /// </summary>
    private static string Shown(string line)
    {
        var words = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var typed, ..] || TypedOptions.Visible(typed).ToLowerInvariant() is not { } first || !FirstWords.Contains(first))
        {
            return line;
        }

        var named = Catalogue.Groups.ContainsKey(first) ? 2 : 1;
        return string.Join(' ', [.. words.Take(named).Select(TypedOptions.Visible), .. words.Skip(named)]);
    }

    private static bool IsCommand(string line)
    {
        if (Grammar.Entry($"/{line}") is not { } entry)
        {
            return false;
        }

        var after = Words(line).Skip(entry.Path.Split(' ').Length).ToList();
        return after.Count == 0
            || (
                entry switch
                {
                    // "Why was it stopped" is a question, "why who responded" asks how that one was answered.
                    { Path: "why" } => Interrogatives.Contains(after[0])
                        || entry.Options.Any(option => after[0].StartsWith($"{option.Name}:", StringComparison.OrdinalIgnoreCase)),
                    { Options: [] } or { Options: [{ Kind: OptionKind.Word }] } => after.Count <= FewWords,
                    _ => true,
                }
            );
    }

    /// <summary>Whether it is no sentence: "timeline", "changes since:2026-05".</summary>
    private static bool IsBrief(string line) =>
        Words(line) is { Length: <= 1 + FewWords } words && !line.EndsWith('?') && !Interrogatives.Contains(words[0]);

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
