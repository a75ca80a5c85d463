using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>
/// What may be said of the people of a place, and the place of a people: "Kenyan" for "Kenya", "Egypt" for "Egyptian". English has no rule for them, so these are
/// forms to look for and not to be sure of.
/// </summary>
internal static class Gentilics
{
    /// <summary>Shorter names end so by chance.</summary>
    private const int Shortest = 4;

    private static readonly string[] Endings = ["n", "an", "ian", "i", "ese", "ish"];

    /// <summary>The terms of such forms that the story has; none for a word of everyday English.</summary>
    public static IEnumerable<int> SpokenOf(Word word, StoryIndex index) =>
        (word is { IsCapitalised: true, Start: > 0 }) || index.Lexicon.Names.Contains(word.Normal) || !WordRanks.KnowsForm(word.Normal)
            ? Of(word.Normal).Select(form => index.Terms.Find(form)).Where(term => term >= 0 && index.Speaks(term))
            : [];

    /// <param name="name">In its normal form.</param>
    public static IEnumerable<string> Of(string name)
    {
        if (name.Length < Shortest)
        {
            yield break;
        }

        foreach (var ending in Endings)
        {
            yield return name + ending;
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= Shortest)
            {
                yield return name[..^ending.Length];
            }
        }

        if (name[^1] is 'y' or 'a' or 'e' or 'o')
        {
            yield return name[..^1] + "ian";
            yield return name[..^1] + "an";
        }

        if (name.EndsWith("ian", StringComparison.Ordinal))
        {
            yield return name[..^3] + "y";
        }
    }
}
