using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>A question with all that was found for it: what the answering rules look at.</summary>
internal sealed class Case
{
    private readonly HashSet<int> live;

    public Case(StorySnapshot story, Question question)
    {
        (Story, Question) = (story, question);
        live = [.. Live(story, question.AsOf)];
        var (facts, gaps) = FactRanker.Rank(question, story.Index, target => live.Contains(target) || IsEnded(target));
        Facts = [.. facts.Where(match => live.Contains(match.Target)).Select(Found)];
        Ended = [.. facts.Where(match => !live.Contains(match.Target)).Select(Found)];
        Gap = gaps.Count > 0 ? gaps[0] : null;
        Passages = PassageRanker.Rank(question, story.Index);
    }

    public StorySnapshot Story { get; }
    public Question Question { get; }
    public FactBook Book => Story.Book;

    /// <summary>Facts in force, best first.</summary>
    public IReadOnlyList<Found> Facts { get; }

    /// <summary>Facts that ended, best first.</summary>
    public IReadOnlyList<Found> Ended { get; }

    /// <summary>The nearest thing the story says it does not know.</summary>
    public Match? Gap { get; }
    public IReadOnlyList<PassageMatch> Passages { get; }

    public Found? Top => Facts.Count > 0 ? Facts[0] : null;

    /// <summary>Names and numbers of the question that the story nowhere holds.</summary>
    public IReadOnlyList<string> Unknown => [.. Question.Terms.Where(term => term.IsName && !Spoken(term)).Select(term => term.Shown)];

    /// <summary>All facts in force, in the order of the story.</summary>
    public IEnumerable<Found> All() => Order(live.Select(target => Find(target)));

    public Found? Find(FactId id) =>
        Book.Find(id) is { } fact
        && live.Where(target => Story.Revisions[target].Fact.Id == fact.Id).Select(target => (int?)target).FirstOrDefault() is { } at
            ? Find(at)
            : null;

    /// <summary>Whether the story holds any word for the term.</summary>
    public bool Spoken(Term term) => term.Alternatives.Any(alternative => Story.Index.Speaks(alternative.Term));

    /// <summary>Whether the fact is said or done by the entity, or by somebody who belongs to it.</summary>
    public bool By(Fact fact, EntityId entity) => Voices(fact).Any(voice => voice == entity || Book[voice].Of == entity);

    /// <summary>Whether the words are the entity's own: who is its speaker.</summary>
    public bool SaidBy(Fact fact, EntityId entity) =>
        fact.Speaker is Speaker.People people && people.Ids.Any(voice => voice == entity || Book[voice].Of == entity);

    public IEnumerable<Found> Order(IEnumerable<Found> facts) => facts.OrderBy(found => found.Target);

    private static IEnumerable<EntityId> Voices(Fact fact) =>
        fact.Speaker is Speaker.People people ? people.Ids.Concat(fact.Actors) : fact.Actors;

    private Found Find(int target) =>
        Facts.FirstOrDefault(found => found.Target == target) ?? new Found(target, Story.Revisions[target], 0, null);

    private Found Found(Match match) => new(match.Target, Story.Revisions[match.Target], Structured(match), match);

    /// <summary>Words alone do not say who did it: a fact of the party asked about stands before others.</summary>
    private float Structured(Match match)
    {
        if (Question.Subject is not { } subject)
        {
            return match.Score;
        }

        return By(Story.Revisions[match.Target].Fact, subject.Id) ? Math.Min(1, match.Score + 0.06f) : match.Score - 0.06f;
    }

    private bool IsEnded(int target) => Story.Revisions[target] is { To: null, Fact.Ended: not null };

    private static IEnumerable<int> Live(StorySnapshot story, AsOf asOf)
    {
        var position = asOf.Known is { } known ? story.PositionBy(known) : story.Position;
        for (var i = 0; i < story.Revisions.Count; i++)
        {
            var revision = story.Revisions[i];
            var inForce = position is { } at
                ? revision.HeldAt(at)
                : revision.From == story.History[0].Position && revision.Fact.SaidBy is { } said && said <= asOf.Known;
            var happened = asOf.Happened is not { } day || (revision.Fact.SaidBy is { } by && by <= day);
            if (inForce && happened && revision.Fact.Ended is null)
            {
                yield return i;
            }
        }
    }
}

/// <summary>A fact with its score for the question; no match when a rule brought it in for its links.</summary>
internal sealed record Found(int Target, Revision Revision, float Score, Match? Match)
{
    public Fact Fact => Revision.Fact;

    public ScoredFact Scored => new(Revision, Math.Round(Math.Clamp(Score, 0, 1), 3));
}
