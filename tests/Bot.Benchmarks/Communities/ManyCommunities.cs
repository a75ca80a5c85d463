using System.Diagnostics;
using System.Globalization;
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
        var figures = new CommunityFigures(communities);
        var book = MadeStory.Book(maker.Facts, lexicon);
        var keeper = new StoryKeeper(journal, shelf, TimeProvider.System, development: true);
        await figures.Load.Time(() => keeper.Load([book], lexicon, wanted: null, cancellation));
        figures.Before = Memory.Now();
        await Append(book, communities, Enumerable.Range(0, own).ToList(), cancellation);
        figures.WithEvents = Memory.Now();
        await Change(0, figures.Build, cancellation);
        figures.WithStories = Memory.Now();
        var last = shelf.Now.Story()!.Position + ((long)communities * own);
        await Append(book, Math.Min(communities, Changing), [own], cancellation);
        await Change(last, figures.Swap, cancellation);
        Ask(figures);
        await figures.NewBase.Time(() => keeper.Load([Edited(book)], lexicon, wanted: null, cancellation));
        figures.AfterNewBase = Memory.Now();
        return figures;
    }

    private static CommunityId Community(int number) => new(string.Create(CultureInfo.InvariantCulture, $"discord:{number}"));

    /// <summary>Every tenth changes a fact of the base, the others are new.</summary>
    private async Task Append(FactBook book, int count, IReadOnlyList<int> numbers, CancellationToken cancellation)
    {
        for (var community = 0; community < count; community++)
        {
            var events = numbers.Select(number => Event(book, community, number)).ToList();
            await journal.Append(
                new Append
                {
                    Command = new CommandId($"{numbers[0]}"),
                    Community = Community(community),
                    Story = book.Story.Slug,
                    By = new PersonKey("somebody"),
                    Reason = "",
                    Events = [.. events.Select((happened, i) => new Proposed(new StreamId($"{community}/{numbers[i]}"), 0, happened))],
                },
                cancellation
            );
        }
    }

    private StoryEvent Event(FactBook book, int community, int number)
    {
        var before = book.Facts[((community * own) + number) % book.Facts.Count];
        var (edition, says) = (new Edition(book.Story.Edition), maker.Next());
        return number % 10 == 0
            ? new StoryEvent.FactChanged(edition, before, before with { Says = says })
            : new StoryEvent.FactAdded(edition, before with { Id = new FactId($"~{community:x5}{number:x3}"), Says = says });
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
                Time(round < 0 ? new Samples() : figures.WithOwn, Community(i % communities), questions[i]);
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
