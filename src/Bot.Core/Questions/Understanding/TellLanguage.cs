using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>Tells a question in another language: by its script, or by its function words where few words are English.</summary>
internal static class TellLanguage
{
    private static readonly (char From, char To, string Language)[] Scripts =
    [
        ('\u0600', '\u06FF', "Arabic"),
        ('\u0590', '\u05FF', "Hebrew"),
        ('\u0400', '\u04FF', "Cyrillic"),
        ('\u0370', '\u03FF', "Greek"),
        ('\u3040', '\u30FF', "Japanese"),
        ('\u4E00', '\u9FFF', "Chinese"),
        ('\uAC00', '\uD7AF', "Korean"),
        ('\u0900', '\u097F', "Hindi"),
        ('\u0E00', '\u0E7F', "Thai"),
    ];

    public static Question Apply(Question question, Context context)
    {
        var language = ByScript(question.Text) ?? ByWords(question, context.Index.Lexicon);
        return language is null ? question : question with { ForeignLanguage = language };
    }

    private static string? ByScript(string text)
    {
        var letters = text.Count(char.IsLetter);
        return Scripts
            .Where(script => text.Count(c => c >= script.From && c <= script.To) * 2 > letters && letters > 0)
            .Select(script => script.Language)
            .FirstOrDefault();
    }

    private static string? ByWords(Question question, Lexicon lexicon)
    {
        var words = question.Words.Where(word => word.Normal.Any(char.IsLetter)).ToList();
        if (words.Count < 3)
        {
            return null;
        }

        var english = words.Count(word => word.IsStop || WordRanks.Of(word.Normal) <= 3_000);
        var (language, count) = lexicon
            .Languages.Select(pair => (pair.Key, Count: words.Count(word => pair.Value.Contains(word.Typed ?? word.Normal))))
            .MaxBy(pair => pair.Count);
        return count >= 2 && count * 4 >= words.Count && count > words.Count(word => word.IsStop) ? language
            : english == 0 && count >= 1 && words.Count >= 3 ? language
            : null;
    }
}
