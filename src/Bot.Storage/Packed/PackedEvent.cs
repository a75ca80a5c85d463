using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Storage.Events;

namespace Bot.Storage.Packed;

/// <summary>An event, packed by its kind. A kind that is rare is kept as its row has it, and so is one that was added later.</summary>
internal static class PackedEvent
{
    private const int AsStored = 0;
    private const int Blanked = 1;
    private const int FactBaselined = 2;
    private const int FactAdded = 3;
    private const int FactChanged = 4;
    private const int FactRemoved = 5;
    private const int FactKept = 6;
    private const int FactHeld = 7;
    private const int FactReleased = 8;
    private const int FactReturned = 9;
    private const int FactErased = 10;
    private const int Baselined = 11;
    private const int CastChanged = 12;
    private const int CastAdded = 13;

    /// <param name="fact">Gives the number of a state of a fact.</param>
    public static void Write(PackedWriter to, StoryEvent happened, Func<Fact, int> fact)
    {
        switch (happened)
        {
            case StoryEvent.Blanked:
                to.Number(Blanked);
                break;
            case StoryEvent.FactBaselined e:
                Write(to, FactBaselined, e.Edition, fact(e.Fact));
                break;
            case StoryEvent.FactAdded e:
                Write(to, FactAdded, e.Edition, fact(e.Fact));
                break;
            case StoryEvent.FactChanged e:
                Write(to, FactChanged, e.Edition, fact(e.Before), fact(e.After));
                break;
            case StoryEvent.FactRemoved e:
                Write(to, FactRemoved, e.Edition, fact(e.Fact));
                break;
            case StoryEvent.FactKept e:
                Write(to, FactKept, e.Edition, e.Base is null ? 0 : fact(e.Base) + 1);
                to.Text(e.Fact.Value);
                break;
            case StoryEvent.FactHeld e:
                Write(to, FactHeld, e.Fact);
                break;
            case StoryEvent.FactReleased e:
                Write(to, FactReleased, e.Fact);
                break;
            case StoryEvent.FactReturned e:
                Write(to, FactReturned, e.Fact);
                break;
            case StoryEvent.FactErased e:
                Write(to, FactErased, e.Fact);
                to.List(e.Positions, to.Number);
                break;
            case StoryEvent.Baselined e:
                Write(to, Baselined, e.Edition);
                PackedCast.Write(to, e.Cast);
                break;
            case StoryEvent.CastChanged e:
                Write(to, CastChanged, e.Edition);
                PackedCast.Write(to, e.Cast);
                break;
            case StoryEvent.CastAdded e:
                Write(to, CastAdded, e.Edition);
                PackedCast.Write(to, e.Cast);
                break;
            default:
                var stored = EventCodec.Encode(happened);
                to.Number(AsStored);
                to.Text(stored.Kind);
                to.Number(stored.Schema);
                to.Text(stored.Payload);
                break;
        }
    }

    /// <exception cref="UnreadableEventException">Kept as its row has it, which another version of the program wrote.</exception>
    public static StoryEvent Read(PackedReader from, Fact[] facts, long position) =>
        from.Count() switch
        {
            Blanked => new StoryEvent.Blanked(),
            FactBaselined => new StoryEvent.FactBaselined(ReadEdition(from), facts[from.Count()]),
            FactAdded => new StoryEvent.FactAdded(ReadEdition(from), facts[from.Count()]),
            FactChanged => new StoryEvent.FactChanged(ReadEdition(from), facts[from.Count()], facts[from.Count()]),
            FactRemoved => new StoryEvent.FactRemoved(ReadEdition(from), facts[from.Count()]),
            FactKept => ReadKept(ReadEdition(from), from.Count() is > 0 and var number ? facts[number - 1] : null, from),
            FactHeld => new StoryEvent.FactHeld(ReadId(from)),
            FactReleased => new StoryEvent.FactReleased(ReadId(from)),
            FactReturned => new StoryEvent.FactReturned(ReadId(from)),
            FactErased => new StoryEvent.FactErased(ReadId(from), from.List(static positions => positions.Number())),
            Baselined => new StoryEvent.Baselined(ReadEdition(from), PackedCast.Read(from)),
            CastChanged => new StoryEvent.CastChanged(ReadEdition(from), PackedCast.Read(from)),
            CastAdded => new StoryEvent.CastAdded(ReadEdition(from), PackedCast.Read(from)),
            AsStored => EventCodec.Decode(new StoredEvent(from.Text(), from.Count(), from.Text()), position),
            var other => throw new InvalidDataException($"There is no packed event {other}."),
        };

    private static void Write(PackedWriter to, int kind, Edition edition, params ReadOnlySpan<int> facts)
    {
        to.Number(kind);
        to.Number(edition.Number);
        to.Number(edition.Local);
        foreach (var fact in facts)
        {
            to.Number(fact);
        }
    }

    private static void Write(PackedWriter to, int kind, FactId fact)
    {
        to.Number(kind);
        to.Text(fact.Value);
    }

    private static StoryEvent.FactKept ReadKept(Edition edition, Fact? fact, PackedReader from) => new(edition, ReadId(from), fact);

    private static Edition ReadEdition(PackedReader from) => new(from.Count(), from.Count());

    private static FactId ReadId(PackedReader from) => new(from.Text());
}
