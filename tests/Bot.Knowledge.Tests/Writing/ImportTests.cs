using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Questions;
using Bot.Knowledge.Exports;
using Bot.Knowledge.Lexicons;
using Bot.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

/// <summary>Exports on their way through the journal.</summary>
public sealed class ImportTests
{
    private static readonly CommunityId Town = new("discord:1");
    private static readonly CommunityId Village = new("discord:2");
    private static readonly Lexicon Shipped = ShippedLexicon.Read();
    private static readonly FactBook Bridge = Library
        .Read(
            Repository.Folder("tests", "stories", "bridge", "seeds"),
            Repository.Folder("tests", "stories", "bridge", "knowledge"),
            Shipped
        )
        .Books.Single();

    [Fact]
    public void What_one_community_exports_another_imports_and_exports_again_to_the_same_bytes() =>
        Prop.ForAll(Communities.Of(Bridge).ToArbitrary(), wanted => ThereAndBack(wanted).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task A_story_of_a_communitys_own_goes_along()
    {
        var own = Communities.Own(Bridge, 0, "It fell.") with { Actors = [Communities.OwnEntity], Links = [] };
        var export = Communities.Export(Bridge, [own]);
        await ThereAndBack(
            export with
            {
                Story = new StorySlug("our-own"),
                Under = new ExportedStory.Own("Our own: a story", "en", "Europe/Vienna"),
                Closed = new DateOnly(2026, 9, 2),
                Cast = export.Cast with { Entities = [export.Cast.Entities[0] with { Of = null }] },
            }
        );
    }

    [Fact]
    public async Task What_a_community_has_beyond_an_export_stays()
    {
        var room = await Room.Open();
        var (first, second) = (Communities.Own(Bridge, 0, "It fell."), Communities.Own(Bridge, 1, "It rose."));
        await room.Import(Town, Communities.Export(Bridge, [first, second]) with { Held = [] });
        await room.Import(Town, Communities.Export(Bridge, [first with { Says = "It fell again." }]) with { Held = [] });

        room.Export(Town, Bridge.Story.Slug)!.Facts.Select(fact => fact.Says).ShouldBe(["It fell again.", "It rose."]);
    }

    [Fact]
    public async Task A_community_that_gave_a_fact_back_to_the_base_exports_none()
    {
        var room = await Room.Open();
        var fact = Bridge.Facts[0];
        await room.Import(Town, Communities.Export(Bridge, [fact with { Says = "It fell." }]) with { Held = [] });
        await room.Make(Town, Bridge.Story.Slug, new Change.TakeBase(fact.Id), "");

        room.Export(Town, Bridge.Story.Slug)!.Facts.ShouldBeEmpty();
        room.Export(Town, Bridge.Story.Slug)!.Withdrawn.ShouldBeEmpty();
    }

    private static async Task ThereAndBack(CommunityExport wanted)
    {
        var room = await Room.Open();
        await room.Import(Town, wanted);
        var exported = room.Export(Town, wanted.Story)!;
        using var disk = new StoryOnDisk();
        foreach (var file in ExportFolder.Write(exported))
        {
            disk.With($"knowledge/{file.Path}", file.Content);
        }

        exported
            .Facts.Select(FactContent.Of)
            .ShouldBe(wanted.Facts.Select(FactContent.Of).Except(Bridge.Facts.Select(FactContent.Of)).Order(StringComparer.Ordinal));
        exported.Held.ShouldBe(wanted.Held);
        exported.Withdrawn.ShouldBe(wanted.Withdrawn, ignoreOrder: true);
        exported.Names.ShouldBe(wanted.Names, ignoreOrder: true);
        var read = ExportFolder.Read(disk.Knowledge, slug => slug == Bridge.Story.Slug ? Bridge : null, Room.Today, Shipped.Abbreviations);
        await room.Import(Village, read.ShouldBeOfType<ExportResult.Read>().Export);

        var again = room.Export(Village, wanted.Story)!;
        ExportFolder
            .Write(again with { Community = Town })
            .SelectMany(file => file.Content)
            .ShouldBe(ExportFolder.Write(exported).SelectMany(file => file.Content));
        ImportPlan.From(again, exported, Bridge).ShouldBeEmpty();
    }

    /// <summary>A journal with the bridge in it.</summary>
    private sealed class Room
    {
        public static readonly DateOnly Today = new(2026, 9, 4);
        private readonly Shelf shelf = new();
        private Changes changes = null!;
        private int deliveries;

        public static async Task<Room> Open()
        {
            var room = new Room();
            var journal = new InMemoryJournal(TimeProvider.System);
            var keeper = new StoryKeeper(journal, room.shelf, TimeProvider.System, development: false);
            (await keeper.Load([Bridge], Shipped, wanted: null, TestContext.Current.CancellationToken)).ShouldBeEmpty();
            room.changes = new Changes(journal, keeper, room.shelf, TimeProvider.System);
            return room;
        }

        public CommunityExport? Export(CommunityId community, StorySlug slug) =>
            shelf.Story(shelf.Now, community, slug.Value) is { } story ? CommunityExport.Of(community, story) : null;

        public async Task Import(CommunityId community, CommunityExport wanted)
        {
            var book = wanted.Under is ExportedStory.Base ? Bridge : null;
            foreach (var step in ImportPlan.From(Export(community, wanted.Story), wanted, book))
            {
                await Make(community, wanted.Story, step.Change, step.Reason ?? "Imported.");
            }
        }

        public async Task Make(CommunityId community, StorySlug story, Change change, string reason)
        {
            var outcome = await changes.Make(
                new ChangeRequest
                {
                    Community = community,
                    Story = story,
                    By = PersonKey.Maintainers,
                    Command = new CommandId($"delivery {deliveries++}"),
                    Reason = reason,
                    Change = change,
                },
                TestContext.Current.CancellationToken
            );
            outcome.ShouldBeOfType<ChangeOutcome.Done>(string.Join('\n', (outcome as ChangeOutcome.Refused)?.Problems ?? []));
        }
    }
}
