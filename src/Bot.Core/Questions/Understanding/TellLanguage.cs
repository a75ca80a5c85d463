using System.Text;
using Bot.Core.Questions.Indexing;
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
        var language = ByScript(question.Text) ?? ByWords(question, context.Index.Lexical.Languages);
        return language is null ? question : question with { ForeignLanguage = language };
    }

    private static string? ByScript(string text)
    {
        if (Ascii.IsValid(text))
        {
            return null;
        }

        var letters = text.Count(char.IsLetter);
        return Scripts
            .Where(script => text.Count(c => c >= script.From && c <= script.To) * 2 > letters && letters > 0)
            .Select(script => script.Language)
            .FirstOrDefault();
    }

    private static string? ByWords(Question question, LanguageTable languages)
    {
        var (language, foreign) = languages.MostOf(Words(question));
        if (foreign == 0)
        {
            return null;
        }

        var (words, stops, english) = (0, 0, 0);
        foreach (var word in question.Words)
        {
            if (word.Normal.Any(char.IsLetter))
            {
                words++;
                stops += word.IsStop ? 1 : 0;
                english += word.IsStop || WordRanks.Of(word.Normal) <= WordRanks.Common ? 1 : 0;
            }
        }

        return words >= 3 && ((foreign >= 2 && foreign * 4 >= words && foreign > stops) || english == 0) ? language : null;
    }

    private static IEnumerable<string> Words(Question question)
    {
        foreach (var word in question.Words)
        {
            yield return word.Shown;
        }
    }
}
