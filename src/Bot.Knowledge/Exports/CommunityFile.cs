using System.Globalization;
using Bot.Core.Facts;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Exports;

/// <summary>What <c>community.yaml</c> says, before any rule was applied.</summary>
internal sealed record CommunityDraft(Place At)
{
    public Text? Format { get; init; }
    public Text? Community { get; init; }
    public Text? Story { get; init; }
    public Text? BaseEdition { get; init; }
    public Text? Title { get; init; }
    public Text? Language { get; init; }
    public Text? TimeZone { get; init; }
    public Text? Closed { get; init; }
    public IReadOnlyList<HeldDraft> Held { get; init; } = [];
    public IReadOnlyList<Text> Withdrawn { get; init; } = [];
    public IReadOnlyList<NameDraft> Names { get; init; } = [];
}

internal sealed record HeldDraft(Place At)
{
    public Text? Fact { get; init; }
    public Text? Reason { get; init; }
}

/// <summary>The file that says whose an export is, what was held and withdrawn, and whom of the base it calls otherwise besides.</summary>
internal static class CommunityFile
{
    public const string Name = "community.yaml";

    /// <summary>Raised when a program of this format could not read what is written any more.</summary>
    public const string Format = "1";

    private static readonly Shape<HeldDraft> Held = new("An entry of `held`", at => new HeldDraft(at))
    {
        { "fact", (draft, text) => draft with { Fact = text } },
        { "reason", (draft, text) => draft with { Reason = text } },
    };

    private static readonly Shape<NameDraft> Further = new("An entry of `names`", at => new NameDraft(at))
    {
        { "entity", (draft, text) => draft with { Entity = text } },
        { "name", (draft, text) => draft with { Name = text } },
        { "fact", (draft, text) => draft with { Fact = text } },
    };

    private static readonly Shape<CommunityDraft> Community = new("An export", at => new CommunityDraft(at))
    {
        { "format", (draft, text) => draft with { Format = text } },
        { "community", (draft, text) => draft with { Community = text } },
        { "story", (draft, text) => draft with { Story = text } },
        { "base-edition", (draft, text) => draft with { BaseEdition = text } },
        { "title", (draft, text) => draft with { Title = text } },
        { "language", (draft, text) => draft with { Language = text } },
        { "time-zone", (draft, text) => draft with { TimeZone = text } },
        { "closed", (draft, text) => draft with { Closed = text } },
        {
            "held",
            (draft, node, reading) =>
                draft with
                {
                    Held = reading.Each("`held`", node, Held, refused => new HeldDraft(refused.At) { Fact = refused }),
                }
        },
        { "withdrawn", (draft, texts) => draft with { Withdrawn = texts } },
        {
            "names",
            (draft, node, reading) =>
                draft with
                {
                    Names = reading.Each("`names`", node, Further, refused => new NameDraft(refused.At) { Entity = refused }),
                }
        },
    };

    /// <summary>Null after saying why it cannot be read.</summary>
    public static CommunityDraft? Read(Folder folder, List<Problem> problems)
    {
        if (folder.Read(Name, problems) is not { } file)
        {
            return null;
        }

        var tree = TreeReader.Read(file.Text, file.Path, linesBefore: 0, problems, out var read);
        if (tree is Mapping mapping)
        {
            return Community.Read(mapping, new Reading(problems));
        }

        if (read)
        {
            problems.Add(
                new Problem(tree?.At ?? file.Start, $"The file takes keys such as `community: …`, and this is {tree?.Shape ?? "empty"}.")
            );
        }

        return null;
    }

    public static string Write(CommunityExport export)
    {
        var own = export.Under as ExportedStory.Own;
        return TreeWriter.Write(
            new Group()
                .Text("format", Format)
                .Text("community", export.Community.Value)
                .Text("story", export.Story.Value)
                .Text("base-edition", (export.Under as ExportedStory.Base)?.Edition.ToString(CultureInfo.InvariantCulture))
                .Text("title", own?.Title)
                .Text("language", own?.Language)
                .Text("time-zone", own?.TimeZone)
                .Text("closed", export.Closed is { } day ? PartialDate.Of(day).ToString() : null)
                .Each("held", export.Held.Select(held => new Group().Text("fact", held.Fact.Value).Text("reason", held.Reason)))
                .Column("withdrawn", [.. export.Withdrawn.Select(fact => fact.Value)])
                .Each(
                    "names",
                    export.Names.Select(added =>
                        new Group().Text("entity", added.Entity.Value).Text("name", added.Name).Text("fact", added.Fact.Value)
                    )
                )
                .Mapping
        );
    }
}
