using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>What the words of a text stand for, as those of a question do.</summary>
internal static class Markers
{
    /// <summary>Whether any words of the text stand for one of these concepts.</summary>
    public static bool Mean(string text, StoryIndex index, params string[] concepts)
    {
        var words = ReadWords.Split(text).Select(word => index.Terms.Find(word.Normal)).ToArray();
        return Enumerable
            .Range(0, words.Length)
            .Where(at => words[at] >= 0)
            .SelectMany(at => index.Concepts.Longest(words, at).Markers)
            .Any(marker => index.Terms.Name(marker) is ['#', .. var concept] && concepts.Contains(concept));
    }
}
