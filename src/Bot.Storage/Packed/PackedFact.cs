using Bot.Core.Facts;

namespace Bot.Storage.Packed;

/// <summary>A fact, packed field by field. A field more or less is another <see cref="PackedEvents.Version"/>.</summary>
internal static class PackedFact
{
    private static readonly Speaker.People Nobody = new([]);

    /// <summary>A fact of the type that each kind has, to be filled.</summary>
    private static readonly Dictionary<FactKind, Fact> Empty = Enum.GetValues<FactKind>().ToDictionary(kind => kind, Make);

    public static void Write(PackedWriter to, Fact fact, PackedRows evidence)
    {
        to.Word(fact.Kind);
        to.Text((fact as Account)?.Other.Value);
        to.Text(fact.Id.Value);
        to.List(fact.Formerly, id => to.Text(id.Value));
        to.List(fact.Actors, id => to.Text(id.Value));
        to.Text(fact.Action);
        to.Text(fact.Object);
        Write(to, fact.Speaker);
        to.Word(fact.Status);
        Write(to, fact.On);
        to.Word(fact.OnBasis);
        to.Date(fact.SaidOn);
        to.Word(fact.SaidOnBasis);
        to.Word(fact.Holds);
        to.Day(fact.Known);
        to.Flag(fact.KnownIsStated);
        to.Day(fact.Checked);
        to.Text(fact.Where);
        to.Text(fact.Scope);
        to.Text(fact.Figure?.Value);
        to.Text(fact.Figure?.Unit);
        to.Text(fact.Figure?.Qualifier);
        to.Text(fact.Says);
        to.Text(fact.Quote);
        to.Text(fact.Stance is { } stance ? Vocabulary.Word(stance) : null);
        to.List(fact.Asked, to.Text);
        to.List(fact.About, id => to.Text(id.Value));
        to.List(fact.Sources, id => to.Text(id.Value));
        to.List(fact.Links, link => Write(to, link));
        to.Text(fact.Disputed);
        Write(to, fact.Ended);
        to.List(fact.RestsOn, sentence => to.Number(evidence.Add(row => Write(row, sentence))));
    }

    public static Fact Read(PackedReader from, Evidence[] evidence) =>
        ReadKind(from) with
        {
            Id = new FactId(from.Text()),
            Formerly = from.List(ReadId),
            Actors = from.List(ReadEntity),
            Action = from.TextOrNone(),
            Object = from.TextOrNone(),
            Speaker = ReadSpeaker(from),
            Status = from.Word<FactStatus>(),
            On = ReadWhen(from),
            OnBasis = from.Word<DateBasis>(),
            SaidOn = from.Date(),
            SaidOnBasis = from.Word<DateBasis>(),
            Holds = from.Word<Holding>(),
            Known = from.Day(),
            KnownIsStated = from.Flag(),
            Checked = from.DayOrNone(),
            Where = from.TextOrNone(),
            Scope = from.TextOrNone(),
            Figure = ReadFigure(from.TextOrNone(), from.TextOrNone(), from.TextOrNone()),
            Says = from.Text(),
            Quote = from.TextOrNone(),
            Stance = from.TextOrNone() is { } stance ? Vocabulary.Read<Stance>(stance) : null,
            Asked = from.List(static texts => texts.Text()),
            About = from.List(ReadEntity),
            Sources = from.List(static texts => new SourceId(texts.Text())),
            Links = from.List(static links => new Link(links.Word<LinkKind>(), new FactId(links.Text()))),
            Disputed = from.TextOrNone(),
            Ended = from.TextOrNone() is { } how ? new Ending(Vocabulary.Read<EndingKind>(how)!.Value, from.Day(), from.Text()) : null,
            RestsOn = from.List(numbers => evidence[numbers.Count()]),
        };

    public static Evidence ReadEvidence(PackedReader from) =>
        new(new SeedId(from.Text()), from.Text(), from.Count(), PackedCast.ReadPassage(from));

    private static void Write(PackedWriter to, Evidence evidence)
    {
        to.Text(evidence.Seed.Value);
        to.Text(evidence.Sentence);
        to.Number(evidence.Start);
        PackedCast.Write(to, evidence.Passage);
    }

    private static void Write(PackedWriter to, Speaker speaker)
    {
        to.Text((speaker as Speaker.Carrier)?.Id.Value);
        if (speaker is Speaker.People people)
        {
            to.List(people.Ids, id => to.Text(id.Value));
        }
    }

    private static Speaker ReadSpeaker(PackedReader from) =>
        from.TextOrNone() is { } source ? new Speaker.Carrier(new SourceId(source)) : new Speaker.People(from.List(ReadEntity));

    private static void Write(PackedWriter to, EventDate? on)
    {
        to.Flag(on is not null);
        if (on is not null)
        {
            to.Date(on.From);
            to.Date(on.To);
        }
    }

    private static EventDate? ReadWhen(PackedReader from) => from.Flag() ? new EventDate(from.Date(), from.Date()) : null;

    private static void Write(PackedWriter to, Link link)
    {
        to.Word(link.Kind);
        to.Text(link.To.Value);
    }

    private static void Write(PackedWriter to, Ending? ended)
    {
        to.Text(ended is null ? null : Vocabulary.Word(ended.How));
        if (ended is not null)
        {
            to.Day(ended.On);
            to.Text(ended.Reason);
        }
    }

    private static Figure? ReadFigure(string? value, string? unit, string? qualifier) =>
        value is not null && unit is not null ? new Figure(value, unit, qualifier) : null;

    private static Fact ReadKind(PackedReader from)
    {
        var (fact, other) = (Empty[from.Word<FactKind>()], from.TextOrNone());
        return fact is Account account ? account with { Other = new FactId(other!) } : fact;
    }

    private static Fact Make(FactKind kind) =>
        kind switch
        {
            FactKind.Account => new Account
            {
                Other = default,
                Id = default,
                Speaker = Nobody,
                Status = default,
                Known = default,
                Says = "",
                Sources = [],
                RestsOn = [],
            },
            FactKind.NonAnswer => new NonAnswer
            {
                Id = default,
                Speaker = Nobody,
                Status = default,
                Known = default,
                Says = "",
                Sources = [],
                RestsOn = [],
            },
            _ => new Assertion(kind)
            {
                Id = default,
                Speaker = Nobody,
                Status = default,
                Known = default,
                Says = "",
                Sources = [],
                RestsOn = [],
            },
        };

    private static FactId ReadId(PackedReader from) => new(from.Text());

    private static EntityId ReadEntity(PackedReader from) => new(from.Text());
}
