using System.Collections;
using Bot.Core.Journal;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Questions.Answering;

/// <summary>The facts in force that were found for a question, best first. Each is made when a rule looks at it: few rules look far.</summary>
internal sealed class RankedFacts : IReadOnlyList<Found>
{
    private readonly IReadOnlyList<Revision> revisions;
    private readonly FactTallies tallies;

    /// <summary>Row numbers, best first.</summary>
    private readonly byte[] order;

    /// <summary>By row.</summary>
    private readonly float[] scores;
    private readonly Found?[] made;

    /// <param name="score">The score of a row; null for one that does not count.</param>
    public RankedFacts(IReadOnlyList<Revision> revisions, FactTallies tallies, Func<int, float?> score)
    {
        (this.revisions, this.tallies) = (revisions, tallies);
        (scores, made) = (new float[tallies.Count], new Found?[tallies.Count]);
        Span<Place> places = stackalloc Place[tallies.Count];
        var count = 0;
        for (var row = 0; row < tallies.Count; row++)
        {
            if (score(row) is { } scored)
            {
                scores[row] = scored;
                places[count++] = new Place(scored, tallies.Score(row), tallies.Target(row), (byte)row);
            }
        }

        places[..count].Sort();
        order = new byte[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = places[i].Row;
        }
    }

    public int Count => order.Length;

    public Found this[int index] => At(order[index]);

    /// <summary>Those that score at least so much, best first; the others are not made.</summary>
    public IEnumerable<Found> From(float least)
    {
        foreach (var row in order)
        {
            if (!(scores[row] >= least))
            {
                yield break;
            }

            yield return At(row);
        }
    }

    /// <summary>Those whose own words hold at least so much of a term, best first; the others are not made.</summary>
    public IEnumerable<Found> Holding(int term, float least)
    {
        foreach (var row in order)
        {
            if (tallies.OwnCredit(row, term) >= least)
            {
                yield return At(row);
            }
        }
    }

    /// <summary>The fact of this revision; null when it was not found.</summary>
    public Found? Of(int target) => tallies.RowOf(target) is >= 0 and var row ? At(row) : null;

    public IEnumerator<Found> GetEnumerator()
    {
        foreach (var row in order)
        {
            yield return At(row);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Found At(int row) =>
        made[row] ??= new Found(tallies.Target(row), revisions[tallies.Target(row)], scores[row], tallies.Match(row));

    private readonly record struct Place(float Score, float Before, int Target, byte Row) : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            Score != other.Score ? other.Score.CompareTo(Score)
            : Before != other.Before ? other.Before.CompareTo(Before)
            : Target.CompareTo(other.Target);
    }
}
