using Bot.Core.Facts;

namespace Bot.Storage.Packed;

/// <summary>Whom and what facts name, packed field by field.</summary>
internal static class PackedCast
{
    public static void Write(PackedWriter to, Cast cast)
    {
        to.List(cast.Entities, entity => Write(to, entity));
        to.List(cast.Sources, source => Write(to, source));
        to.List(cast.Seeds, seed => Write(to, seed));
    }

    public static Cast Read(PackedReader from) => new(from.List(ReadEntity), from.List(ReadSource), from.List(ReadSeed));

    public static void Write(PackedWriter to, Passage passage)
    {
        to.Text(passage.Seed.Value);
        to.Number(passage.Number);
        to.Number(passage.Start);
        to.Number(passage.End);
        to.Text(passage.Text);
        to.Number(passage.Paragraph);
        to.Text(passage.Heading);
        to.Text(passage.LeadIn);
    }

    public static Passage ReadPassage(PackedReader from) =>
        new()
        {
            Seed = new SeedId(from.Text()),
            Number = from.Count(),
            Start = from.Count(),
            End = from.Count(),
            Text = from.Text(),
            Paragraph = from.Count(),
            Heading = from.TextOrNone(),
            LeadIn = from.TextOrNone(),
        };

    private static void Write(PackedWriter to, Entity entity)
    {
        to.Text(entity.Id.Value);
        to.Word(entity.Kind);
        to.Text(entity.Name);
        to.Text(entity.Role);
        to.List(entity.Aliases, to.Text);
        to.Text(entity.Of?.Value);
    }

    private static Entity ReadEntity(PackedReader from) =>
        new()
        {
            Id = new EntityId(from.Text()),
            Kind = from.Word<EntityKind>(),
            Name = from.Text(),
            Role = from.TextOrNone(),
            Aliases = from.List(static texts => texts.Text()),
            Of = from.TextOrNone() is { } of ? new EntityId(of) : null,
        };

    private static void Write(PackedWriter to, Source source)
    {
        to.Text(source.Id.Value);
        to.Text(source.Title);
        to.Text(source.Short);
        to.Text(source.Origin);
        to.Text(source.Publisher);
        to.Text(source.Author);
        to.Date(source.Published);
        to.Text(source.Url);
        to.Text(source.Seed?.Value);
        to.Text(source.CitedBy?.Value);
        to.Flag(source.Record);
    }

    private static Source ReadSource(PackedReader from) =>
        new()
        {
            Id = new SourceId(from.Text()),
            Title = from.Text(),
            Short = from.Text(),
            Origin = from.Text(),
            Publisher = from.TextOrNone(),
            Author = from.TextOrNone(),
            Published = from.Date(),
            Url = from.TextOrNone(),
            Seed = from.TextOrNone() is { } seed ? new SeedId(seed) : null,
            CitedBy = from.TextOrNone() is { } citing ? new SourceId(citing) : null,
            Record = from.Flag(),
        };

    private static void Write(PackedWriter to, Seed seed)
    {
        to.Text(seed.Id.Value);
        to.Word(seed.Form);
        to.Text(seed.Title);
        to.Text(seed.Publisher);
        to.Text(seed.Author);
        to.Date(seed.Published);
        to.Text(seed.Url);
        to.Text(seed.Language);
        to.Date(seed.Retrieved);
        to.Text(seed.Text);
        to.List(seed.Passages, passage => Write(to, passage));
    }

    private static Seed ReadSeed(PackedReader from) =>
        new()
        {
            Id = new SeedId(from.Text()),
            Form = from.Word<SeedForm>(),
            Title = from.Text(),
            Publisher = from.TextOrNone(),
            Author = from.TextOrNone(),
            Published = from.Date(),
            Url = from.TextOrNone(),
            Language = from.TextOrNone(),
            Retrieved = from.Date(),
            Text = from.Text(),
            Passages = from.List(ReadPassage),
        };
}
