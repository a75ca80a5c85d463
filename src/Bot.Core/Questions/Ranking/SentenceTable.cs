using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What sentences hold of one question, each read when it is first looked at: a direct-mapped table, so two sentences whose numbers are a whole
/// number of places apart take turns, and are read again. Those of one paragraph never do.
/// </summary>
internal sealed class SentenceTable(TermMatcher matcher, Wording wording, StoryIndex index, int terms)
{
    /// <summary>A power of two: an article of ordinary length is read once.</summary>
    private const int Places = 64;

    private readonly int[] credited = Empty();
    private readonly int[] worded = Empty();
    private readonly float[] credits = new float[Places * terms];
    private readonly Worded[] wordings = new Worded[Places];

    /// <summary>How much of each term, 0..1, the sentence holds; to be looked at before any other is asked for that may take its place.</summary>
    public ReadOnlySpan<float> Credits(int number)
    {
        var place = number & (Places - 1);
        var found = credits.AsSpan(place * terms, terms);
        if (credited[place] != number)
        {
            credited[place] = number;
            found.Clear();
            matcher.Credit(index.Passages.Terms(number), found);
        }

        return found;
    }

    public ref readonly Worded Worded(int number)
    {
        var place = number & (Places - 1);
        if (worded[place] != number)
        {
            worded[place] = number;
            wordings[place] = wording.Of(index.Makeup.Tokens(number));
        }

        return ref wordings[place];
    }

    private static int[] Empty()
    {
        var numbers = new int[Places];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
