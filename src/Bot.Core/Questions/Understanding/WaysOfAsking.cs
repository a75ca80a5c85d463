using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Understanding;

/// <summary>Ways of asking found in the terms of a question, or of a phrase by which a fact is asked for.</summary>
internal static class WaysOfAsking
{
    /// <returns>Their names, and by word whether it only belongs to one of them.</returns>
    public static (IReadOnlyList<string> Names, bool[] Words) In(ReadOnlySpan<int> terms, StoryIndex index)
    {
        var names = new List<string>();
        var words = new bool[terms.Length];
        for (var at = 0; at < terms.Length; at++)
        {
            if (terms[at] < 0)
            {
                continue;
            }

            var (ways, length) = index.Cues.Longest(terms, at);
            index.Lexical.AddNames(ways, names);
            foreach (var way in ways)
            {
                if (!IsOfContent(index.Lexical.Name(way)))
                {
                    words.AsSpan(at, length).Fill(true);
                }
            }
        }

        return (names, words);
    }

    /// <summary>Ways whose words are part of what is asked as well.</summary>
    private static bool IsOfContent(string way) => way is "broad" or "view" or "classes";

    /// <summary>What is asked for, when it is something in particular.</summary>
    public static Slot? SlotOf(IReadOnlyList<string> ways) =>
        ways.Contains("number") ? Slot.Number
        : ways.Contains("cause") ? Slot.Cause
        : ways.Contains("date") ? Slot.Date
        : ways.Contains("place") ? Slot.Place
        : ways.Contains("person") || ways.Contains("naming") ? Slot.Name
        : ways.Contains("manner") ? Slot.Manner
        : null;
}
