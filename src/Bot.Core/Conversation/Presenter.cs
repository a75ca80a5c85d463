using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation;

/// <summary>Turns facts into parts of a reply. The only maker of them, so that what must stand beside a fact always does.</summary>
/// <param name="story">Whose facts.</param>
/// <param name="today">For how long nothing newer came.</param>
/// <param name="hasFoot">Below the parts stands that there is nothing newer, so that not each of them says it.</param>
public sealed class Presenter(StorySnapshot story, DateOnly today, bool hasFoot = false)
{
    /// <summary>How many parts a list of facts has; that there are more is said.</summary>
    public const int MostListed = 100;

    private readonly FactBook book = story.Book;

    /// <summary>The facts as parts: accounts in pairs, non-answers as such, the rest as statements.</summary>
    public IReadOnlyList<Part> Parts(IEnumerable<Revision> revisions) => Parts([.. revisions], int.MaxValue);

    /// <summary>The first of many facts as parts, and how many more there are.</summary>
    /// <param name="revisions">Of each fact one. They are gone through several times, and never held all at once.</param>
    public IReadOnlyList<Part> List(IEnumerable<Revision> revisions) => Parts(revisions, MostListed);

    private List<Part> Parts(IEnumerable<Revision> list, int most)
    {
        var parts = new List<Part>();
        var shown = new HashSet<FactId>();
        var told = 0;
        foreach (var revision in list)
        {
            if (parts.Count == most)
            {
                return [.. parts, .. More.Than(told, list.Count())];
            }

            if (!shown.Add(revision.Fact.Id))
            {
                continue;
            }

            told++;
            switch (revision.Fact)
            {
                case Assertion assertion when Denied(assertion, list) is { Fact: Assertion claim } denied && shown.Add(claim.Id):
                    parts.Add(new Conflict(Statement(denied, claim), Statement(revision, assertion)));
                    told++;
                    break;
                case Assertion assertion when Denial(assertion, list) is { Fact: Assertion against } denial && shown.Add(against.Id):
                    parts.Add(new Conflict(Statement(revision, assertion), Statement(denial, against)));
                    told++;
                    break;
                case Assertion assertion:
                    parts.Add(Statement(revision, assertion));
                    break;
                case NonAnswer silence:
                    parts.Add(NonAnswer(revision, silence));
                    break;
                case Account account:
                    var listed = list.FirstOrDefault(r => r.Fact.Id == account.Other);
                    told += shown.Add(account.Other) && listed is not null ? 1 : 0;
                    var other = listed ?? Partner(account, revision);
                    parts.Add(Pair(revision, account, other, (Account)other.Fact));
                    break;
            }
        }

        return parts;
    }

    /// <summary>What the fact denies, if it is among those to be shown.</summary>
    private static Revision? Denied(Fact fact, IEnumerable<Revision> among) =>
        fact.Linked(LinkKind.Denies).Any() ? among.FirstOrDefault(other => fact.Linked(LinkKind.Denies).Contains(other.Fact.Id)) : null;

    private Revision? Denial(Fact fact, IEnumerable<Revision> among) =>
        story.Index.Roster.LinkingTo(fact.Id).Any()
            ? among.FirstOrDefault(other => other.Fact.Linked(LinkKind.Denies).Contains(fact.Id))
            : null;

    public IReadOnlyList<Part> Parts(IEnumerable<ScoredFact> facts) => Parts(facts.Select(fact => fact.Revision));

    public Attribution Attribution(Fact fact) =>
        new()
        {
            Speaker = Names.Speaker(book, fact),
            Status = fact.Status,
            StatusWords = StatusWords.Of(book, fact),
            Date = DateWords.Of(fact),
            Age = hasFoot ? DateWords.ShortAge(fact.Checked, today) : DateWords.Age(fact.Checked, today),
            Sources = Citations(fact),
            Marks = Marks(fact),
        };

    private IReadOnlyList<string> Marks(Fact fact) => StatusWords.Marks(fact, story.Moved.Any(moved => moved.Fact == fact.Id));

    /// <summary>What it says, as it may be said today: an ongoing thing that was not checked of late is dated.</summary>
    public string Says(Fact fact)
    {
        var stale = fact.Holds == Holding.Ongoing && fact.Checked is { } day && today.DayNumber - day.DayNumber > DateWords.Fresh;
        return
            stale
            && !fact.Says.StartsWith("As at", StringComparison.OrdinalIgnoreCase)
            && !fact.Says.Contains(" as at ", StringComparison.OrdinalIgnoreCase)
            ? $"As at {DateWords.ShortDay(fact.Checked!.Value)}: {fact.Says}"
            : fact.Says;
    }

    /// <summary>As <see cref="Says"/>, with the speaker named in every case.</summary>
    public string Attributed(Fact fact)
    {
        var said = Says(fact);
        return Names.IsAttributed(book, fact) ? said
            : said == fact.Says ? $"According to {Names.Speaker(book, fact)}: {said}"
            : $"As at {DateWords.ShortDay(fact.Checked!.Value)}, according to {Names.Speaker(book, fact)}: {fact.Says}";
    }

    /// <summary>The first of some facts as sentences, an account never without the other side's.</summary>
    public string Statements(IEnumerable<Fact> facts, int most)
    {
        var told = facts.Take(most).ToList();
        var others = told.OfType<Account>().Select(account => account.Other).Where(id => told.TrueForAll(fact => fact.Id != id));
        return string.Join(" ", told.Concat(others.Select(id => book[id])).Select(Attributed));
    }

    public TimelineEntry Entry(Fact fact, bool isNew)
    {
        return new TimelineEntry(
            fact.Id,
            fact.Happened,
            DateWords.Of(fact),
            Names.Speaker(book, fact),
            string.Join("; ", [StatusWords.Of(book, fact), .. Marks(fact)]),
            Says(fact),
            isNew
        );
    }

    private Statement Statement(Revision revision, Assertion fact) =>
        new()
        {
            Id = fact.Id,
            Revision = revision.Number,
            Kind = fact.Kind,
            Says = Says(fact),
            Quote = fact.Quote,
            Scope = fact.Scope,
            Attribution = Attribution(fact),
        };

    private NonAnswerPart NonAnswer(Revision revision, NonAnswer fact) =>
        new()
        {
            Id = fact.Id,
            Revision = revision.Number,
            Kind = fact.Kind,
            Says = Says(fact),
            Quote = fact.Quote,
            Scope = fact.Scope,
            Attribution = Attribution(fact),
        };

    /// <summary>The other side as it was when this one was, else as it is now.</summary>
    private Revision Partner(Account account, Revision revision)
    {
        var states = story.Targets(account.Other).Select(target => story.Revisions[target]).ToList();
        return states.Find(other => other.HeldAt(revision.To is null ? story.Position : revision.From)) ?? states[0];
    }

    private Pair Pair(Revision one, Account oneFact, Revision other, Account otherFact)
    {
        var (left, right) = (oneFact.SaidBy ?? DateOnly.MaxValue, otherFact.SaidBy ?? DateOnly.MaxValue);
        return left <= right ? new Pair(Side(one, oneFact), Side(other, otherFact)) : new Pair(Side(other, otherFact), Side(one, oneFact));
    }

    private AccountSide Side(Revision revision, Account fact) =>
        new()
        {
            Id = fact.Id,
            Revision = revision.Number,
            Says = Says(fact),
            Quote = fact.Quote,
            Scope = fact.Scope,
            Attribution = Attribution(fact),
        };

    private List<Citation> Citations(Fact fact)
    {
        var citations = new List<Citation>();
        foreach (var source in fact.Sources.Select(id => book[id]))
        {
            var evidence = fact.RestsOn.Where(e => e.Seed == source.Seed).ToList();
            citations.AddRange(
                evidence.Count > 0 && source.Seed is { } seed
                    ? evidence.Select(e => new Citation(source, SourceWords.Read(source, book[seed], e.Passage), e.Sentence, seed))
                    : [new Citation(source, SourceWords.Cited(source, source.CitedBy is { } by ? book[by] : null), null, null)]
            );
        }

        return citations;
    }
}
