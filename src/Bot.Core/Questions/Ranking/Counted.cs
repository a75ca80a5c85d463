using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>"How many X": a sentence in which a number stands right before X goes before one that holds X and a number.</summary>
internal sealed class Counted
{
    /// <summary>So many words at most stand between the number and what it counts: "480 heavy iron doors".</summary>
    private const int Reach = 3;

    /// <summary>Nearer than this it may count it all the same: "eight of the old U.S. doors".</summary>
    private const int FarReach = 7;

    private readonly int[] counted;

    private Counted(int[] counted) => this.counted = counted;

    /// <summary>What a question has counted; null where it has nothing counted.</summary>
    public static Counted? Of(Question question)
    {
        var many = question.First(static word => word == "many");
        if (many < 1 || question.Words[many - 1].Normal != "how")
        {
            return null;
        }

        var words = question.Words.Skip(many + 1).SkipWhile(word => word.IsStop).TakeWhile(word => !word.IsStop).ToList();
        return words.Count == 0 || words[0].TermId < 0 || words[0].Normal is "times"
            ? null
            : new Counted([.. words.Select(word => word.TermId)]);
    }

    /// <summary>Whether the sentence looked at gives their number.</summary>
    public bool IsTold(PassageView view)
    {
        var tokens = view.Tokens;
        var makeup = view.Index.Makeup;
        for (var at = 1; at < tokens.Length; at++)
        {
            for (var before = at - 1; tokens[at].Term == counted[0] && before >= Math.Max(0, at - Reach); before--)
            {
                if (makeup.Sorts.IsNumber(tokens[before].Term))
                {
                    return true;
                }

                if (makeup.IsStop(tokens[before]))
                {
                    break;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the sentence looked at speaks of them, and no word near them tells of how many.</summary>
    public bool IsUntold(PassageView view)
    {
        var tokens = view.Tokens;
        var isNamed = false;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Term < 0 || !(counted.Contains(tokens[at].Term) || view.Index.Makeup.Sorts.IsPeople(tokens[at].Term)))
            {
                continue;
            }

            isNamed = true;
            foreach (var near in tokens[Math.Max(0, at - FarReach)..Math.Min(tokens.Length, at + 2)])
            {
                if (
                    (view.Index.Makeup.Sorts.IsFigure(near.Term) && !view.Wording.Has(near.Term))
                    || view.Index.Makeup.Sorts.IsQuantity(near.Term)
                )
                {
                    return false;
                }
            }
        }

        return isNamed || (!Array.Exists(counted, view.Index.Makeup.Sorts.IsPeople) && !view.IsHeldAround(counted.Contains));
    }
}
