using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>A question with all that was found for it: what the answering rules look at.</summary>
internal sealed class Case : IDisposable
{
    /// <summary>A stand-in of less credit than this is another word.</summary>
    private const float Spoke = 0.6f;

    private readonly InForce inForce;
    private readonly FactTallies tallies;

    public Case(StorySnapshot story, Question question)
    {
        (Story, Question) = (story, question);
        inForce = new InForce(story, question.AsOf);
        tallies = FactRanker.Rank(question, story.Index, target => inForce.Holds(target) || inForce.HasEnded(target), inForce.Texts);
        Passages = story.Withheld.Without(
            PassageRanker.Rank(question, story.Index, tallies.Matcher),
            match => story.Index.PassageList[match.Number]
        );
        Facts = new RankedFacts(
            story,
            tallies,
            row => tallies.IsGap(row) || !inForce.Holds(tallies.Target(row)) ? null : Structure.Score(this, tallies, row)
        );
        Ended = EndedFacts();
        Gap = NearestGap();
    }

    /// <summary>Gives the room for ranking back: what was not looked at before cannot be looked at any more.</summary>
    public void Dispose() => tallies.Dispose();

    public StorySnapshot Story { get; }
    public Question Question { get; }
    public FactBook Book => Story.Book;

    /// <summary>Facts in force, best first.</summary>
    public RankedFacts Facts { get; }

    /// <summary>Facts that ended, best first.</summary>
    public IReadOnlyList<Found> Ended { get; }

    /// <summary>The nearest thing the story says it does not know.</summary>
    public Match? Gap { get; }
    public PassageMatch[] Passages { get; }

    public Found? Top => Facts.Count > 0 ? Facts[0] : null;

    /// <summary>
    /// Whether the question is about this story at all: it names somebody of it, a fact's own words hold one of its words that matters, or the best
    /// fact holds two of them; where there are no facts, a sentence holds some of it. "Is it all off or just some of it" has no word to judge it by.
    /// </summary>
    public bool IsInStory =>
        Question.Mentions.Count > 0
        || (Question.Terms.Count == 0 && Question.Words.Count > 2)
        || Question.Terms.Any(term => Matters(term) && term.Alternatives.Any(word => word.Credit >= Spoke && Stating(word.Term).Any()))
        || (Top is { Score: >= Thresholds.Near, Match: { } match } && match.Credits.Count(credit => credit >= Spoke) > 1)
        || Gap?.Score >= Thresholds.Gap
        || (Book.Facts.Count == 0 && Passages.Length > 0);

    private static bool Matters(Term term) => term is { IsOfDate: false, Weight: >= Reservations.Heavy };

    /// <summary>Nobody of the story is named, no word is the fact's own and no phrase, only words of its kind; and one that matters is missing.</summary>
    public bool IsFaint(Found fact) =>
        fact.Match is { Asked: < Thresholds.Declared, Coverage: < Thresholds.Covers } match
        && Question.Mentions.Count == 0
        && !Question.Terms.Where((term, i) => match.Told[i] >= (term.Shown.Contains(' ') ? Spoke : 0.9f)).Any()
        && Question.Terms.Where((term, i) => term.Weight >= Reservations.Heavy && match.Credits[i] < 0.5f).Any();

    /// <summary>Whether any fact holds any word of content.</summary>
    public bool HoldsAny =>
        Facts.Any(fact => fact.Match!.Credits.Where((credit, i) => credit >= 0.7f && Question.Terms[i].Entity is null).Any());

    /// <summary>Names and numbers of the question that the story nowhere holds.</summary>
    public IReadOnlyList<string> Unknown => [.. Question.Terms.Where(IsUnknown).Select(term => term.Shown)];

    /// <summary>The last day that a fact in force was said or happened on; null where none has a day.</summary>
    public DateOnly? LastDay => All().Max(fact => fact.Fact.SaidBy);

    /// <summary>All facts in force, in the order of the story.</summary>
    public IEnumerable<Found> All()
    {
        for (var target = 0; target < Story.Revisions.Count; target++)
        {
            if (inForce.Holds(target))
            {
                yield return At(target);
            }
        }
    }

    /// <summary>Facts in force of some kinds, in the order of the story.</summary>
    public IEnumerable<Found> OfKind(params FactKind[] kinds) =>
        kinds.SelectMany(kind => Story.Index.Roster.OfKind(kind)).Where(inForce.Holds).Order().Select(At);

    /// <summary>Facts in force kind by kind, each in the order of the story.</summary>
    public IEnumerable<Found> ByKind(IEnumerable<FactKind> kinds) =>
        kinds.SelectMany(kind => Story.Index.Roster.OfKind(kind)).Where(inForce.Holds).Select(At);

    /// <summary>Facts in force that the entity, or somebody who belongs to it, does or says, in the order of the story.</summary>
    public IEnumerable<Found> By(Entity entity) => Story.TargetsBy(entity).Where(inForce.Holds).Select(At);

    /// <summary>Facts in force with a link of this kind to any other, in the order of the story.</summary>
    public IEnumerable<Found> Linking(LinkKind kind) => Story.Index.Roster.Linking(kind).Where(inForce.Holds).Select(At);

    /// <summary>Facts in force with a link of this kind to one of some facts, in the order of the story.</summary>
    public IEnumerable<Found> LinkingTo(LinkKind kind, IEnumerable<FactId> ids)
    {
        SortedSet<int>? linking = null;
        foreach (var id in ids)
        {
            foreach (var target in Story.Index.Roster.LinkingTo(id))
            {
                if (inForce.Holds(target) && Story.Revisions[target].Fact.Linked(kind).Contains(id))
                {
                    (linking ??= []).Add(target);
                }
            }
        }

        return linking?.Select(At) ?? [];
    }

    /// <summary>Whether a revision is in force for this question.</summary>
    public bool Counts(int target) => inForce.Holds(target);

    /// <summary>Whether a gap may speak: its sentence tells of the facts near it, so each of them must be in force.</summary>
    public bool Holds(Absence absence) => absence.Nearest.All(id => Find(id) is not null);

    /// <summary>Whether an earlier day was asked about than today.</summary>
    public bool IsOfADay => Question.AsOf is not { Known: null, Happened: null };

    /// <summary>The fact in force of this id, or of another id that it has or had; null when there is none.</summary>
    public Found? Find(FactId id)
    {
        IEnumerable<FactId> ids = Book.Find(id) is { } fact ? fact.Formerly.Prepend(fact.Id).Prepend(id) : [id];
        return ids.Select(inForce.Of).FirstOrDefault(target => target is not null) is { } held ? At(held) : null;
    }

    /// <summary>Whether the story itself holds any word for the term.</summary>
    public bool Spoken(Term term) =>
        term.Alternatives.Any(alternative => alternative.Credit >= Spoke && Story.Index.Says(alternative.Term));

    /// <summary>Whether the statement of any fact in force holds the marker.</summary>
    public bool States(string marker) => Story.Index.Terms.FindMarker(marker) is { } term && Stating(term).Any();

    /// <summary>Facts in force whose statement holds the term, in the order of the index.</summary>
    public IEnumerable<Found> Stating(int term)
    {
        var index = Story.Index;
        for (var text = index.Facts.Next(term, 0); text >= 0; text = index.Facts.Next(term, text + 1))
        {
            if (index.View(text) is { Of: ViewOf.Statement } view && inForce.Holds(view.Target))
            {
                yield return At(view.Target);
            }
        }
    }

    /// <summary>Whether the fact is said or done by the entity, or by somebody who belongs to it.</summary>
    public bool By(Fact fact, EntityId entity) => Voices(fact).Any(voice => voice == entity || Book[voice].Of == entity);

    /// <summary>Whether the words are the entity's own: who is its speaker.</summary>
    public bool SaidBy(Fact fact, EntityId entity) =>
        fact.Speaker is Speaker.People people && people.Ids.Any(voice => voice == entity || Book[voice].Of == entity);

    public static IEnumerable<Found> Order(IEnumerable<Found> facts) => facts.OrderBy(found => found.Target);

    /// <summary>Who says it, and who does it.</summary>
    public static IEnumerable<EntityId> Voices(Fact fact) =>
        fact.Speaker is Speaker.People people ? people.Ids.Concat(fact.Actors) : fact.Actors;

    public Found At(int target) => Facts.Of(target) ?? new Found(target, Story.Revisions[target], 0, null);

    private bool IsUnknown(Term term) =>
        term.Entity is null && (term.IsName || Story.Index.Lexicon.Names.Contains(term.Shown)) && !Spoken(term);

    private List<Found> EndedFacts()
    {
        var ended = new List<Found>();
        for (var row = 0; row < tallies.Count; row++)
        {
            if (!tallies.IsGap(row) && !inForce.Holds(tallies.Target(row)))
            {
                ended.Add(
                    new Found(
                        tallies.Target(row),
                        Story.Revisions[tallies.Target(row)],
                        Structure.Score(this, tallies, row),
                        tallies.Match(row)
                    )
                );
            }
        }

        return ended.Count < 2 ? ended : [.. ended.OrderByDescending(fact => fact.Match!.Score).ThenBy(fact => fact.Target)];
    }

    private Match? NearestGap()
    {
        var best = -1;
        for (var row = 0; row < tallies.Count; row++)
        {
            if (tallies.IsGap(row) && (best < 0 || IsBefore(row, best)) && Holds(Book.Story.Absent[tallies.Target(row)]))
            {
                best = row;
            }
        }

        return best < 0 ? null : tallies.Match(best);
    }

    private bool IsBefore(int row, int other) =>
        tallies.Score(row) > tallies.Score(other)
        || (tallies.Score(row) == tallies.Score(other) && tallies.Target(row) < tallies.Target(other));
}
