using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Questions.Understanding;

/// <summary>Ways of asking found in the terms of a question, or of a phrase by which a fact is asked for.</summary>
internal static class WaysOfAsking
{
    /// <summary>Ways whose words are part of what is asked as well.</summary>
    private static readonly HashSet<string> OfContent = ["broad", "view", "classes"];

    /// <returns>Their names, and the numbers of the words that belong to them.</returns>
    public static (IReadOnlySet<string> Names, IReadOnlySet<int> Words) In(ReadOnlySpan<int> terms, StoryIndex index)
    {
        var names = new HashSet<string>();
        var words = new HashSet<int>();
        for (var at = 0; at < terms.Length; at++)
        {
            if (terms[at] < 0)
            {
                continue;
            }

            var (ways, length) = index.Cues.Longest(terms, at);
            foreach (var way in ways.Select(marker => index.Terms.Name(marker)["#cue ".Length..]))
            {
                names.Add(way);
                if (!OfContent.Contains(way))
                {
                    words.UnionWith(Enumerable.Range(at, length));
                }
            }
        }

        return (names, words);
    }

    /// <summary>What is asked for, when it is something in particular.</summary>
    public static Slot? SlotOf(IReadOnlySet<string> ways) =>
        ways.Contains("number") ? Slot.Number
        : ways.Contains("cause") ? Slot.Cause
        : ways.Contains("date") ? Slot.Date
        : ways.Contains("place") ? Slot.Place
        : ways.Contains("person") || ways.Contains("naming") ? Slot.Name
        : ways.Contains("manner") ? Slot.Manner
        : null;
}
