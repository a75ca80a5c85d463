using System.Numerics;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What sentences hold of one question, each read when it is first looked at: a direct-mapped table, so two sentences whose numbers are a whole
/// number of places apart take turns, and are read again. Those of one paragraph never do.
/// </summary>
internal sealed class SentenceTable
{
    /// <summary>A power of two: an article of ordinary length is read once.</summary>
    private const int Most = 64;

    private readonly TermMatcher matcher;
    private readonly Wording wording;
    private readonly StoryIndex index;
    private readonly int terms;
    private readonly int[] credited;
    private readonly int[] worded;
    private readonly float[] credits;
    private readonly Worded[] wordings;

    /// <param name="terms">How many the question has.</param>
    public SentenceTable(TermMatcher matcher, Wording wording, StoryIndex index, int terms)
    {
        (this.matcher, this.wording, this.index, this.terms) = (matcher, wording, index, terms);
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(index.PassageList.Count, 1, Most));
        (credited, worded) = (new int[places], new int[places]);
        (credits, wordings) = (new float[places * terms], new Worded[places]);
        Array.Fill(credited, -1);
        Array.Fill(worded, -1);
    }

    /// <summary>How much of each term, 0..1, the sentence holds; to be looked at before any other is asked for that may take its place.</summary>
    public ReadOnlySpan<float> Credits(int number)
    {
        var place = number & (credited.Length - 1);
        var found = credits.AsSpan(place * terms, terms);
        if (credited[place] != number)
        {
            credited[place] = number;
            found.Clear();
            matcher.Credit(index.Passages, number, found);
        }

        return found;
    }

    public ref readonly Worded Worded(int number)
    {
        var place = number & (worded.Length - 1);
        if (worded[place] != number)
        {
            worded[place] = number;
            wordings[place] = wording.Of(index.Makeup.Tokens(number));
        }

        return ref wordings[place];
    }
}
