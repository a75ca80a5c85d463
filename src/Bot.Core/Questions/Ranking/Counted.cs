using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>"How many X": a sentence in which a number stands right before X goes before one that holds X and a number.</summary>
internal sealed class Counted
{
    /// <summary>So many words at most stand between the number and what it counts: "480 heavy iron doors".</summary>
    private const int Reach = 3;

    private readonly int noun;

    private Counted(int noun) => this.noun = noun;

    /// <summary>What a question has counted; null where it has nothing counted.</summary>
    public static Counted? Of(Question question)
    {
        var how = question
            .Words.Zip(question.Words.Skip(1))
            .ToList()
            .FindIndex(pair => (pair.First.Normal, pair.Second.Normal) is ("how", "many"));
        var counted = question.Words.Skip(how + 2).FirstOrDefault(word => !word.IsStop);
        return how < 0 || counted is null || counted.TermId < 0 ? null : new Counted(counted.TermId);
    }

    /// <summary>Whether the sentence looked at gives their number.</summary>
    public bool IsTold(PassageView view)
    {
        var tokens = view.Tokens;
        var makeup = view.Index.Makeup;
        for (var at = 1; at < tokens.Length; at++)
        {
            for (var before = at - 1; tokens[at].Term == noun && before >= Math.Max(0, at - Reach); before--)
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
}
