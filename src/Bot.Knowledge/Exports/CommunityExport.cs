using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Knowledge.Exports;

/// <summary>
/// All that one community made of one story: what it added, changed, held and withdrew. No person, receipt, setting or history is in it.
/// docs/export.md describes the files.
/// </summary>
public sealed record CommunityExport
{
    public required CommunityId Community { get; init; }
    public required StorySlug Story { get; init; }
    public required ExportedStory Under { get; init; }

    /// <summary>The day after which the community expects nothing more.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>Whom and what the community names, its seeds with their text.</summary>
    public Cast Cast { get; init; } = new([], [], []);

    /// <summary>The facts that it added or changed, as it gives them, held ones too.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];
    public IReadOnlyList<HeldFact> Held { get; init; } = [];

    /// <summary>The facts of the base that it no longer gives.</summary>
    public IReadOnlyList<FactId> Withdrawn { get; init; } = [];

    /// <summary>What it calls those of the base besides.</summary>
    public IReadOnlyList<AddedName> Names { get; init; } = [];

    /// <summary>What the community has now.</summary>
    public static CommunityExport Of(CommunityId community, StorySnapshot story)
    {
        var (cast, facts, held, withdrawn, names) = CommunityView.Of(story);
        var below = story.Below ?? story;
        return new CommunityExport
        {
            Community = community,
            Story = story.Story.Slug,
            Under =
                below.History[0].Event is StoryEvent.StoryStarted
                    ? new ExportedStory.Own(story.Story.Title, story.Story.Language, story.Story.TimeZone)
                    : new ExportedStory.Base(below.Edition.Number),
            Closed = story.Story.Closed == below.Story.Closed ? null : story.Story.Closed,
            Cast = cast,
            Facts = facts,
            Held = held,
            Withdrawn = withdrawn,
            Names = names,
        };
    }
}

/// <summary>What lies under a community's facts. Closed.</summary>
public abstract record ExportedStory
{
    private ExportedStory() { }

    /// <summary>A story that everybody has.</summary>
    public sealed record Base(int Edition) : ExportedStory;

    /// <summary>Nothing: the community started the story.</summary>
    public sealed record Own(string Title, string Language, string TimeZone) : ExportedStory;
}
