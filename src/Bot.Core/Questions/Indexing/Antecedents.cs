using Bot.Core.Facts;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Whom or what a sentence speaks of without naming it: "He", "It", "The company", "This law" stand for the name the sentence before spoke of, or for
/// what that one stood for in turn. Told from capital letters and place alone; it makes a sentence easier to find and is never shown.
/// </summary>
internal static class Antecedents
{
    /// <summary>What stands for something stands among the first so many words.</summary>
    private const int Near = 8;

    /// <summary>So many sentences back a chain is followed.</summary>
    private const int Longest = 8;

    /// <summary>The terms of the name that a sentence stands under; empty when it names its own, or none is found.</summary>
    public static int[] Of(int passage, IReadOnlyList<Passage> passages, Makeup makeup) => Find(passage, Longest, passages, makeup);

    private static int[] Find(int passage, int steps, IReadOnlyList<Passage> passages, Makeup makeup) =>
        steps > 0 && passage > 0 && passages[passage - 1].Seed == passages[passage].Seed && Leans(passage, makeup)
            ? Subject(passage - 1, steps - 1, passages, makeup)
            : [];

    /// <summary>What a sentence speaks of: what it stands under, unless it begins with a name; else the first name in it.</summary>
    private static int[] Subject(int passage, int steps, IReadOnlyList<Passage> passages, Makeup makeup)
    {
        var tokens = makeup.Tokens(passage);
        var (from, to) = FirstName(tokens, makeup);
        var above = from == 0 ? [] : Find(passage, steps, passages, makeup);
        return above.Length > 0 ? above : Terms(tokens[from..to]);
    }

    private static bool Leans(int passage, Makeup makeup)
    {
        var tokens = makeup.Tokens(passage);
        if (tokens.Length > 2 && makeup.Sorts.Points(tokens[0].Term) && !tokens[1].IsCapital && !makeup.IsStop(tokens[1]))
        {
            return true;
        }

        var name = FirstName(tokens, makeup).From;
        for (var at = 0; at < Math.Min(Near, tokens.Length); at++)
        {
            if (makeup.Sorts.Leans(tokens[at].Term))
            {
                return at < name || name == tokens.Length;
            }
        }

        return false;
    }

    /// <summary>Where the first run of capitalised words begins and ends; at the end of the sentence when there is none.</summary>
    private static (int From, int To) FirstName(ReadOnlySpan<Token> tokens, Makeup makeup)
    {
        for (var from = 0; from < tokens.Length; from++)
        {
            if (makeup.IsName(tokens, from))
            {
                var to = from + 1;
                while (to < tokens.Length && tokens[to].IsCapital && !makeup.IsStop(tokens[to]))
                {
                    to++;
                }

                return (from, to);
            }
        }

        return (tokens.Length, tokens.Length);
    }

    private static int[] Terms(ReadOnlySpan<Token> tokens)
    {
        var terms = new List<int>();
        foreach (var token in tokens)
        {
            if (token.Term >= 0)
            {
                terms.Add(token.Term);
            }
        }

        return [.. terms];
    }
}
