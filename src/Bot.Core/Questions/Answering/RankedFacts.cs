using System.Collections;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Questions.Answering;

/// <summary>The facts in force that were found for a question, best first. Each is made when a rule looks at it: few rules look far.</summary>
internal sealed class RankedFacts : IReadOnlyList<Found>
{
    /// <summary>So many are looked for one by one; who looks further has all put in order.</summary>
    private const int Few = 6;

    private readonly StorySnapshot story;
    private readonly FactTallies tallies;

    /// <summary>The first of them in order, best first.</summary>
    private readonly Place[] places;
    private int ordered;

    /// <summary>By row.</summary>
    private readonly float[] scores;
    private readonly Found?[] made;

    /// <param name="score">The score of a row; null for one that does not count.</param>
    public RankedFacts(StorySnapshot story, FactTallies tallies, Func<int, float?> score)
    {
        (this.story, this.tallies) = (story, tallies);
        (scores, made, places) = (new float[tallies.Count], new Found?[tallies.Count], new Place[tallies.Count]);
        for (var row = 0; row < tallies.Count; row++)
        {
            if (score(row) is { } scored)
            {
                scores[row] = scored;
                places[Count++] = new Place(scored, tallies.Score(row), tallies.Target(row), row);
            }
        }
    }

    public int Count { get; }

    public Found this[int index] => At(Row(index));

    /// <summary>Those that score at least so much, best first; the others are not made.</summary>
    public IEnumerable<Found> From(float least)
    {
        for (var i = 0; i < Count && scores[Row(i)] >= least; i++)
        {
            yield return At(Row(i));
        }
    }

    /// <summary>Those of a kind among the best few; the others are not made.</summary>
    public IEnumerable<Found> OfKind(FactKind kind, int among)
    {
        for (var i = 0; i < Count && i < among; i++)
        {
            if (story.Index.Roster.KindOf(tallies.Target(Row(i))) == kind)
            {
                yield return At(Row(i));
            }
        }
    }

    /// <summary>Those whose own words hold at least so much of a term, best first; the others are not made.</summary>
    public IEnumerable<Found> Holding(int term, float least) =>
        places.Take(Count).Where(place => tallies.OwnCredit(place.Row, term) >= least).Order().Select(place => At(place.Row));

    /// <summary>The best of those whose own words hold at least so much of a term, where they are all of one kind; null otherwise.</summary>
    public Found? OnlyOfKind(FactKind kind, int term, float least)
    {
        var best = -1;
        for (var i = 0; i < Count; i++)
        {
            if (tallies.OwnCredit(places[i].Row, term) < least)
            {
                continue;
            }

            if (story.Index.Roster.KindOf(places[i].Target) != kind)
            {
                return null;
            }

            best = best < 0 || places[i].CompareTo(places[best]) < 0 ? i : best;
        }

        return best < 0 ? null : At(places[best].Row);
    }

    /// <summary>The fact of this revision; null when it was not found.</summary>
    public Found? Of(int target) => tallies.RowOf(target) is >= 0 and var row ? At(row) : null;

    public IEnumerator<Found> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return At(Row(i));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Row(int index)
    {
        var all = places.AsSpan(0, Count);
        while (ordered <= index && ordered < Few)
        {
            PutFirst(all[ordered++..]);
        }

        if (ordered <= index)
        {
            all[ordered..].Sort();
            ordered = Count;
        }

        return places[index].Row;
    }

    private static void PutFirst(Span<Place> rest)
    {
        var best = 0;
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i].CompareTo(rest[best]) < 0)
            {
                best = i;
            }
        }

        (rest[0], rest[best]) = (rest[best], rest[0]);
    }

    private Found At(int row) =>
        made[row] ??= new Found(tallies.Target(row), story.Revisions[tallies.Target(row)], scores[row], tallies.Match(row));

    private readonly record struct Place(float Score, float Before, int Target, int Row) : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            Score != other.Score ? other.Score.CompareTo(Score)
            : Before != other.Before ? other.Before.CompareTo(Before)
            : Target.CompareTo(other.Target);
    }
}
