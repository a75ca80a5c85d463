using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Storage.Events;
using Bot.Testing;

namespace Bot.Storage.Tests.Events;

public sealed class EventCodecTests
{
    private static readonly Edition Edition = new(3, 1);

    private static readonly Lazy<IReadOnlyList<FactBook>> Shipped = new(() =>
        Library.Read(Repository.Folder("seeds"), Repository.Folder("knowledge"), ShippedLexicon.Read()).Books
    );

    [Fact]
    public void Every_shipped_fact_comes_back_as_it_was_and_is_written_the_same_again()
    {
        var facts = Shipped.Value.SelectMany(book => book.Facts).ToList();
        facts.Count.ShouldBeGreaterThan(30);
        foreach (var fact in facts)
        {
            var stored = EventCodec.Encode(new StoryEvent.FactAdded(Edition, fact));

            var read = EventCodec.Decode(stored, 1).ShouldBeOfType<StoryEvent.FactAdded>();

            read.Edition.ShouldBe(Edition);
            read.Fact.GetType().ShouldBe(fact.GetType());
            FactContent.Of(read.Fact).ShouldBe(FactContent.Of(fact));
            read.Fact.RestsOn.ShouldBe(fact.RestsOn);
            read.Fact.KnownIsStated.ShouldBe(fact.KnownIsStated);
            EventCodec.Encode(read).ShouldBe(stored);
        }
    }

    [Fact]
    public void A_baseline_comes_back_with_its_cast()
    {
        foreach (var book in Shipped.Value)
        {
            var stored = EventCodec.Encode(new StoryEvent.Baselined(Edition, Cast.Of(book)));

            var read = EventCodec.Decode(stored, 1).ShouldBeOfType<StoryEvent.Baselined>();

            read.Cast.Content.ShouldBe(Cast.Of(book).Content);
            EventCodec.Encode(read).ShouldBe(stored);
        }
    }

    [Fact]
    public void Every_kind_of_event_can_be_kept()
    {
        var fact = Shipped.Value[0].Facts[0];
        StoryEvent[] events =
        [
            new StoryEvent.Baselined(Edition, Cast.Of(Shipped.Value[0])),
            new StoryEvent.FactBaselined(Edition, fact),
            new StoryEvent.CastChanged(Edition, Cast.Of(Shipped.Value[0])),
            new StoryEvent.FactAdded(Edition, fact),
            new StoryEvent.FactChanged(Edition, fact, fact with { Says = "It is \"said\" \u0000 otherwise \U0001F309." }),
            new StoryEvent.FactRemoved(Edition, fact),
            new StoryEvent.CastAdded(Edition, new Cast([], [], [Shipped.Value[0].Seeds[0]])),
            new StoryEvent.NameAdded(fact.Id, new EntityId("council"), "The \"Corporation\""),
            new StoryEvent.FactHeld(fact.Id),
            new StoryEvent.FactReleased(fact.Id),
            new StoryEvent.FactKept(Edition, fact.Id, fact),
            new StoryEvent.FactKept(Edition, fact.Id, null),
            new StoryEvent.FactReturned(fact.Id),
            new StoryEvent.FactErased(fact.Id, [3, 5]),
            new StoryEvent.ChangeProposed(
                new ItemId("0123abcd"),
                fact.Id,
                GraveAct.Retract,
                3,
                new DateOnly(2026, 6, 1),
                null,
                new DateTimeOffset(2026, 6, 1, 9, 5, 0, TimeSpan.Zero),
                Holds: true
            ),
            new StoryEvent.ChangeProposed(new ItemId("0123abcd"), fact.Id, GraveAct.Undo, 3, null, 17, null, Holds: false),
            new StoryEvent.FactReported(new ItemId("0123abcd"), fact.Id, 3),
            new StoryEvent.DraftKept(new ItemId("0123abcd"), fact.Id, new FactSheet("A \"raft\" sank.", "https://example.org/a", "")),
            new StoryEvent.DraftKept(
                new ItemId("0123abcd"),
                fact.Id,
                new FactSheet("A raft sank.", "the minutes", "Quillmere")
                {
                    Kind = FactKind.NonAnswer,
                    Status = FactStatus.OwnAccount,
                    On = "",
                    SpeakerIs = new EntityId("council"),
                    SpeakerKind = EntityKind.Group,
                    Actors = "the council",
                }
            ),
            new StoryEvent.ItemSettled(new ItemId("0123abcd"), [fact.Id], Settling.TookEffect, []),
            new StoryEvent.ItemSettled(new ItemId("0123abcd"), [fact.Id, fact.Id], Settling.Stands, [new PersonKey("p1")]),
            new StoryEvent.ReportersTold(new ItemId("0123abcd"), [fact.Id]),
            new StoryEvent.StoryStarted(Shipped.Value[0].Story),
            new StoryEvent.StoryClosed(new DateOnly(2026, 6, 1)),
            new StoryEvent.StoryClosed(null),
            new StoryEvent.SettingsChanged(new CommunitySettings { Story = Shipped.Value[0].Story.Slug }),
            new StoryEvent.CommunityDeleted(new CommunityId("discord:1")),
            new StoryEvent.StoreRestored(),
            new StoryEvent.SettingsChanged(new CommunitySettings { Sharing = SharingPlaces.Nowhere }),
            new StoryEvent.SettingsChanged(new CommunitySettings { Sharing = SharingPlaces.In([new PlaceId("2"), new PlaceId("1")]) }),
            new StoryEvent.SettingsChanged(new CommunitySettings { Moderators = ModeratorRoles.Of(["2", "1"]), SecondModerator = false }),
            new StoryEvent.SettingsChanged(
                new CommunitySettings
                {
                    StandIns = StandIns.Of(
                        [new PersonKey("p2"), new PersonKey("p1")],
                        new DateTimeOffset(2026, 6, 8, 9, 0, 0, TimeSpan.Zero)
                    ),
                }
            ),
            new StoryEvent.SettingsChanged(new CommunitySettings { Cards = new PlaceId("c1") }),
        ];
        events
            .Select(happened => happened.GetType())
            .Distinct()
            .Append(typeof(StoryEvent.Blanked))
            .ShouldBe(
                typeof(StoryEvent).GetNestedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(StoryEvent))),
                ignoreOrder: true
            );
        foreach (var happened in events)
        {
            var stored = EventCodec.Encode(happened);

            stored.Payload.ShouldNotContain('\0');
            EventCodec.Encode(EventCodec.Decode(stored, 1)).ShouldBe(stored);
        }
    }

    [Theory]
    [InlineData("fact-dreamt", 1)]
    [InlineData("fact-added", 2)]
    public void An_event_of_another_version_of_the_program_is_refused_with_what_to_do(string kind, int schema)
    {
        var refused = Should.Throw<UnreadableEventException>(() => EventCodec.Decode(new StoredEvent(kind, schema, "{}"), 7));

        refused.Message.ShouldBe(
            $"The store holds an event '{kind}' of schema {schema} at position 7, which this version of Dateline does not know. Start the version that wrote it, or a newer one."
        );
    }

    [Theory]
    [InlineData("fact-added", 1)]
    [InlineData("fact-dreamt", 2)]
    public void What_was_blanked_is_read_as_such_whatever_it_was(string kind, int schema) =>
        EventCodec.Decode(new StoredEvent(kind, schema, ""), 7).ShouldBe(new StoryEvent.Blanked());

    [Theory]
    [InlineData(" ")]
    [InlineData("{}")]
    [InlineData("""{"edition":{"number":1},"fact":{"kind":"act"}}""")]
    [InlineData("""{"edition":{"number":1},"fact":{"kind":"dream"}}""")]
    public void A_payload_that_no_version_writes_is_refused_with_its_place(string payload)
    {
        var refused = Should.Throw<UnreadableEventException>(() => EventCodec.Decode(new StoredEvent("fact-added", 1, payload), 7));

        refused.Message.ShouldStartWith("The event 'fact-added' at position 7 of the store cannot be read: ");
    }
}
