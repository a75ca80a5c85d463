using Bot.Core.Conversation;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Tests.Communities;
using FsCheck.Fluent;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Conversation;

/// <summary>Where a story has many facts nothing reads all of them, and nothing is left out unsaid.</summary>
public sealed class ManyFactsTests
{
    private static readonly FactKind[] OnTimelines =
    [
        FactKind.Act,
        FactKind.Suspension,
        FactKind.Exemption,
        FactKind.Finding,
        FactKind.Claim,
        FactKind.Response,
        FactKind.NonAnswer,
    ];

    [Fact]
    public void Whose_a_fact_is_and_whom_it_concerns_is_known_as_by_reading_all() =>
        Properties.Hold(
            RandomStories.Any,
            made =>
            {
                var (story, chance) = made;
                var changed = story.Book.Facts.Where(_ => chance.Next(3) == 0).ToList();
                var town = story.By(
                    Town,
                    [
                        .. changed.Select(fact =>
                            Changed(fact, fact with { Actors = RandomStories.Fact("~x", chance, story.Book).Actors })
                        ),
                        Added(RandomStories.Fact("~1", chance, story.Book)),
                    ]
                );
                foreach (
                    var (seen, entity) in new[] { story, town }.SelectMany(seen => seen.Book.Entities.Select(entity => (seen, entity)))
                )
                {
                    seen.InForceBy(entity).Select(r => r.Fact.Id).ShouldBe(ReadingAll(seen, entity).Select(r => r.Fact.Id), $"{entity.Id}");
                    seen.Book.Concerning(entity.Id)
                        .ShouldBe(seen.Book.Facts.Count(fact => fact.Actors.Contains(entity.Id) || fact.About.Contains(entity.Id)));
                }

                foreach (
                    var (seen, kind) in new[] { story, town }.SelectMany(seen => Enum.GetValues<FactKind>().Select(kind => (seen, kind)))
                )
                {
                    Room(seen).OfKind(kind).ShouldBe(seen.InForce.Where(revision => revision.Fact.Kind == kind));
                }
            },
            60
        );

    [Fact]
    public void A_list_of_many_facts_says_how_many_more_there_are()
    {
        var room = Room(Facts(250));

        var who = WhoHandler.Handle(new Command.Who("the Council", null), room).Parts;
        var what = WhatHandler.Handle(new Command.What(FactKind.Act), room).Parts;

        foreach (var parts in new[] { who, what })
        {
            parts.Count.ShouldBe(Presenter.MostListed + 1);
            parts[^1].ShouldBeOfType<More>().Count.ShouldBe(250 - Presenter.MostListed);
        }

        WhoHandler.Handle(new Command.Who("the Council", null), Room(Facts(100))).Parts.ShouldAllBe(part => part is Statement);
    }

    [Fact]
    public void What_denies_a_fact_of_the_list_stands_beside_it_however_far_behind_it_comes()
    {
        var denial = SmallBooks.Fact("denial", "It did not.") with { Links = [new Link(LinkKind.Denies, new FactId("f0"))] };

        var parts = WhatHandler.Handle(new Command.What(FactKind.Act), Room([.. Facts(200), denial])).Parts;

        parts[0].ShouldBeOfType<Conflict>().Second.Says.ShouldBe("It did not.");
        parts[^1].ShouldBeOfType<More>().Count.ShouldBe(201 - Presenter.MostListed - 1);
    }

    [Fact]
    public void A_timeline_of_many_facts_has_the_newest_by_date_and_says_how_many_more_there_are()
    {
        var first = new DateOnly(2026, 1, 1);
        var dated = Facts(150).Select((fact, i) => fact with { On = EventDate.TryParse(first.AddDays(149 - i).ToString("o")) });

        var reply = TimelineHandler
            .Handle(new Command.ShowTimeline(null), Room([.. dated, .. Facts(30, "undated")]))
            .ShouldBeOfType<Timeline>();

        reply.Entries.Select(entry => entry.Says).ShouldBe(Enumerable.Range(0, 100).Select(i => $"It was, {99 - i}."));
        reply.Parts.OfType<More>().ShouldHaveSingleItem().Count.ShouldBe(80);
        reply.Headline.ShouldBe("From 1 January 2026 to 30 May 2026: 150 dated entries, 30 without a date.");
    }

    [Fact]
    public void A_timeline_is_in_the_order_of_sorting_all() =>
        Properties.Hold(
            RandomStories.Any,
            made =>
            {
                var (story, chance) = made;
                var town = story.By(
                    Town,
                    [
                        .. story.Book.Facts.Where(_ => chance.Next(4) == 0).Select(fact => Changed(fact, fact with { On = Day(chance) })),
                        .. Enumerable
                            .Range(0, 5)
                            .Select(i => Added(RandomStories.Fact($"~{i}", chance, story.Book) with { On = Day(chance) })),
                    ]
                );
                foreach (var seen in new[] { story, town })
                {
                    var reply = TimelineHandler.Handle(new Command.ShowTimeline(null), Room(seen));
                    var entries = reply is Timeline timeline ? timeline.Entries : [];

                    entries
                        .Select(entry => entry.Fact)
                        .ShouldBe(
                            seen.InForce.Select(revision => revision.Fact)
                                .Where(fact => OnTimelines.Contains(fact.Kind))
                                .OrderBy(fact => fact.Happened is null)
                                .ThenBy(fact => fact.Happened?.Latest ?? fact.Happened?.Earliest)
                                .Select(fact => fact.Id)
                        );
                }
            },
            60
        );

    [Fact]
    public void Everybody_is_counted_and_the_busiest_are_listed()
    {
        var crowd = Enumerable.Range(0, 150).Select(i => SmallBooks.Entity($"member-{i}", $"Member {i}")).ToList();
        var facts = crowd.Select((member, i) => SmallBooks.Fact($"f{i}", "It was.") with { Speaker = new Speaker.People([member.Id]) });
        var book = SmallBooks.Book(1, [.. facts, .. Facts(3, "of-the-council")]);
        var story = RandomStories.Loaded(new FactBook(book.Story, book.Seeds, book.Sources, [.. book.Entities, .. crowd], book.Facts));

        var reply = WhoHandler.Handle(new Command.Who(null, null), Room(story));

        reply.Headline.ShouldStartWith("151 parties");
        reply.Parts[0].ShouldBeOfType<Line>().Words.ShouldBe("The Council: 3 facts");
        reply.Parts[^1].ShouldBeOfType<More>().Count.ShouldBe(151 - Presenter.MostListed);
    }

    [Fact]
    public void Cutting_finds_what_trying_every_length_finds() =>
        Properties.Hold(
            Gen.Choose(0, int.MaxValue - 1),
            seed =>
            {
                var chance = new Random(seed);
                Part[] parts = [.. Enumerable.Range(0, chance.Next(1, 60)).Select(_ => new Line(new string('x', chance.Next(1, 40))))];
                var room = chance.Next(20, 900);

                // Richer detail takes more room, and so does the note on what was left out.
                bool Fits(Cut cut) =>
                    cut.Parts.Cast<Line>().Sum(line => line.Words.Length * (3 - (int)cut.Detail)) + (cut.LeftOut > 0 ? 10 : 0) <= room;

                var cut = Cutting.Fit(parts, Fits);

                var whole = Enum.GetValues<Detail>().Select(detail => new Cut(parts, detail, 0)).FirstOrDefault(Fits);
                var shorter = Enumerable
                    .Range(0, parts.Length)
                    .Select(count => new Cut([.. parts.Take(count)], Detail.Bare, parts.Length - count))
                    .LastOrDefault(Fits);
                (cut.Parts.Count, cut.Detail).ShouldBe((whole ?? shorter) is { } best ? (best.Parts.Count, best.Detail) : (0, Detail.Bare));
                (cut.Parts.Count + cut.LeftOut).ShouldBe(parts.Length);
            },
            300
        );

    [Fact]
    public void What_is_cut_from_a_list_is_counted_with_what_was_not_listed()
    {
        Part[] parts = [new Line("one"), new Line("two"), new More(900)];

        Cutting.Fit(parts, cut => cut.Parts.Count < 2).LeftOut.ShouldBe(901);
    }

    private static EventDate? Day(Random chance) => chance.Next(4) == 0 ? null : EventDate.TryParse($"2026-01-0{chance.Next(1, 6)}");

    private static IEnumerable<Revision> ReadingAll(StorySnapshot story, Entity entity) =>
        story.InForce.Where(revision =>
            revision
                .Fact.Actors.Concat(revision.Fact.Speaker is Speaker.People people ? people.Ids : [])
                .Any(id => id == entity.Id || story.Book[id].Of == entity.Id)
        );

    private static Fact[] Facts(int count, string id = "f") =>
        [.. Enumerable.Range(0, count).Select(i => SmallBooks.Fact($"{id}{i}", $"It was, {i}."))];

    private static Room Room(Fact[] facts) => Room(RandomStories.Loaded(SmallBooks.Book(1, facts)));

    private static Room Room(StorySnapshot story) => new(story, BothStories.Shelf.Now, BothStories.Today);
}
