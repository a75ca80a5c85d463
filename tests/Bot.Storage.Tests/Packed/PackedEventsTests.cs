using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Storage.Events;
using Bot.Storage.Packed;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Storage.Tests.Packed;

public sealed class PackedEventsTests
{
    [Fact]
    public void Any_events_come_back_as_they_were() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 40)).ToArbitrary(),
                drawn =>
                {
                    var envelopes = new Made(drawn.Item1).Envelopes(drawn.Item2);

                    var read = PackedEvents.Unpack(PackedEvents.Pack(envelopes)).ShouldNotBeNull();

                    read.Select(Written).ShouldBe(envelopes.Select(Written));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Every_kind_of_event_and_of_fact_is_among_those_that_are_tried()
    {
        var events = Enumerable.Range(0, 40).SelectMany(seed => new Made(seed).Envelopes(40)).Select(envelope => envelope.Event).ToList();

        events
            .Select(happened => happened.GetType())
            .Distinct()
            .Count()
            .ShouldBe(typeof(StoryEvent).GetNestedTypes().Count(type => !type.IsAbstract));
        events.SelectMany(EventParts.StatesOf).Select(fact => fact.GetType()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Each_state_of_a_fact_is_written_once_however_often_it_comes()
    {
        var fact = new Made(1)
            .Envelopes(200)
            .SelectMany(envelope => EventParts.StatesOf(envelope.Event))
            .First(fact => fact.Says.Length > 200);
        var envelope = new Made(2).Envelopes(1)[0];

        int Length(int changes) =>
            PackedEvents
                .Pack([
                    .. Enumerable
                        .Range(0, changes)
                        .Select(i =>
                            envelope with
                            {
                                Event = new StoryEvent.FactChanged(
                                    default,
                                    fact with
                                    {
                                        Known = new DateOnly(2026, 1, 1 + i),
                                    },
                                    fact with
                                    {
                                        Known = new DateOnly(2026, 1, 2 + i),
                                    }
                                ),
                            }
                        ),
                ])
                .Length;

        (Length(9) - Length(8)).ShouldBeLessThan(fact.Says.Length + 100);
        var read = PackedEvents.Unpack(
            PackedEvents.Pack([envelope with { Event = new StoryEvent.FactChanged(default, fact, fact with { }) }])
        );
        var changed = read.ShouldNotBeNull()[0].Event.ShouldBeOfType<StoryEvent.FactChanged>();
        changed.Before.ShouldBeSameAs(changed.After);
    }

    [Fact]
    public void Bytes_that_were_not_written_so_are_told_from_those_that_were()
    {
        var packed = PackedEvents.Pack(new Made(3).Envelopes(5));

        PackedEvents.Unpack([]).ShouldBeNull();
        PackedEvents.Unpack(packed[..^1]).ShouldBeNull();
        for (var at = 0; at < packed.Length; at++)
        {
            var other = packed.ToArray();
            other[at] ^= 1;
            PackedEvents.Unpack(other).ShouldBeNull();
        }

        PackedEvents.Unpack(packed).ShouldNotBeNull();
    }

    /// <summary>All that an envelope holds, as its row would have it.</summary>
    private static (Envelope, StoredEvent) Written(Envelope envelope) =>
        (
            envelope with
            {
                Event = new StoryEvent.Blanked(),
            },
            envelope.Event is StoryEvent.Blanked ? default : EventCodec.Encode(envelope.Event)
        );
}
