using Bot.Core.Facts;
using Bot.Core.Questions;

namespace Bot.Knowledge.Lexicons;

/// <summary>The lexicon that travels inside this program: the repository's knowledge/lexicon as it was when it was built.</summary>
public static class ShippedLexicon
{
    /// <exception cref="InvalidOperationException">The program was built from a lexicon with mistakes, or without one.</exception>
    public static Lexicon Read()
    {
        var problems = new List<Problem>();
        var lexicon = LexiconFolder.Read(name => Open(name, problems), LexiconFolder.Empty, problems);
        return problems.Count == 0 ? lexicon : throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    private static TextFile? Open(string name, List<Problem> problems)
    {
        var shown = $"lexicon/{name}";
        using var stream = typeof(ShippedLexicon).Assembly.GetManifestResourceStream(shown);
        if (stream is null)
        {
            problems.Add(new Problem(new Place(shown, 1, 1), "The program was built without this file."));
            return null;
        }

        using var reader = new StreamReader(stream);
        return new TextFile(shown, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
