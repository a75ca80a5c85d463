using System.Diagnostics;
using Bot.Benchmarks.Speed;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;

namespace Bot.Benchmarks.Communities;

/// <summary>Many communities on one shelf over one base, from their events in the journal to their answers.</summary>
internal sealed class ManyCommunities(int communities, int own, int facts, Lexicon lexicon)
{
    private const int Questions = 300;
    private const int Rounds = 5;

    /// <summary>So many communities change one thing more.</summary>
    private const int Changing = 1_000;

    private static readonly DateOnly Today = new(2025, 9, 26);

    private readonly InMemoryJournal journal = new(TimeProvider.System);
    private readonly Shelf shelf = new();
    private readonly FactMaker maker = FactMaker.Make(facts);

    public async Task<CommunityFigures> Run(CancellationToken cancellation)
    {
        var (figures, owned) = (new CommunityFigures(communities), new OwnFacts(maker, own));
        var book = MadeStory.Book(maker.Facts, lexicon);
        var keeper = new StoryKeeper(journal, shelf, TimeProvider.System, development: true);
        await figures.Load.Time(() => keeper.Load([book], lexicon, wanted: null, cancellation));
        figures.Before = Memory.Now();
        await owned.Append(journal, book, communities, [.. Enumerable.Range(0, own)], cancellation);
        figures.WithEvents = Memory.Now();
        await Change(0, figures.Build, cancellation);
        figures.WithStories = Memory.Now();
        var last = shelf.Now.Story()!.Position + ((long)communities * own);
        await owned.Append(journal, book, Math.Min(communities, Changing), [own], cancellation);
        await Change(last, figures.Swap, cancellation);
        Ask(figures);
        await figures.NewBase.Time(() => keeper.Load([Edited(book)], lexicon, wanted: null, cancellation));
        figures.AfterNewBase = Memory.Now();
        return figures;
    }

    /// <summary>Every community takes in its events after a position, one community after the other.</summary>
    private async Task Change(long after, Samples samples, CancellationToken cancellation)
    {
        var story = shelf.Now.Story()!.Story.Slug;
        var events = new List<Envelope>();
        await foreach (var envelope in journal.Read(after, cancellation))
        {
            if (events.Count > 0 && events[^1].Community != envelope.Community)
            {
                Swap();
            }

            events.Add(envelope);
        }

        Swap();

        void Swap()
        {
            if (events[0].Community != CommunityId.Base)
            {
                var started = Stopwatch.GetTimestamp();
                shelf.Change(events[0].Community, story, events);
                samples.Add(Stopwatch.GetElapsedTime(started));
            }

            events.Clear();
        }
    }

    private void Ask(CommunityFigures figures)
    {
        var questions = maker.Questions.Take(Questions).ToList();
        foreach (var round in Enumerable.Range(-1, Rounds + 1))
        {
            for (var i = 0; i < questions.Count; i++)
            {
                Time(round < 0 ? new Samples() : figures.BaseAlone, CommunityId.Base, questions[i]);
                Time(round < 0 ? new Samples() : figures.WithOwn, OwnFacts.Community(i % communities), questions[i]);
            }
        }

        void Time(Samples samples, CommunityId community, string question) =>
            samples.Time(() => Answerer.Answer(shelf.Story(shelf.Now, community)!, question, new AsOf(), Today));
    }

    private static FactBook Edited(FactBook book) =>
        new(
            book.Story,
            book.Seeds,
            book.Sources,
            book.Entities,
            [.. book.Facts.Select((fact, i) => i % 100 == 0 ? fact with { Says = $"{fact.Says} Again." } : fact)]
        );
}
