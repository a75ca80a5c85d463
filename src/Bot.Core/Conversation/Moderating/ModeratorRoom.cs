using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>What a moderator's command works with: one snapshot and its queue, taken once, and who asks.</summary>
internal sealed record ModeratorRoom(
    StorySnapshot Story,
    Backlog Queue,
    Caller Caller,
    Naming Naming,
    DateTimeOffset Now,
    ButtonIds Buttons
)
{
    /// <summary>In the story's time zone.</summary>
    public DateOnly Today => Story.DayOf(Now);

    /// <summary>What is not right in the moderators' channel, in sentences.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>All that waits and is for whoever asks to decide.</summary>
    public IReadOnlyList<Waiting> Waiting => [.. Moderating.Waiting.All(Story, Queue).Where(each => MaySee(each.Item))];

    public Presenter Presenter => new(Story, Today);

    public Choosing Choosing => new(Story, Queue, Caller.Standing);

    public string FormId(FormKind kind, FactId? fact = null, ItemRef? item = null) =>
        Buttons.Form(
            new FormRef(kind, Story.Story.Slug.Handle, fact is { } id ? new HandledFact(id.Handle, NumberOf(id)) : null, item),
            Caller.Community,
            Caller.User
        );

    /// <summary>The number of the fact's state, given or held; 0 where it has none.</summary>
    public int NumberOf(FactId fact) => Standing(fact)?.Number ?? 0;

    /// <summary>The fact as it is given, or would be, were it not held; null where it is neither.</summary>
    public Revision? Standing(FactId fact) => Story.GivenOrHeld(fact);

    public bool MaySee(ItemId item) => Caller.Standing is not Moderation.Standing.StandIn || Queue.IsForStandIns(item);

    /// <summary>Titles of sources, as a form offers them.</summary>
    public IReadOnlyList<string> KnownSources =>
        [
            .. Story
                .Book.Sources.Select(source => source.Title)
                .Where(title => title.Length <= FactSheet.LongestAnswer)
                .Take(FormLimits.Known),
        ];

    /// <summary>Names of those who can say something, as a form offers them.</summary>
    public IReadOnlyList<string> KnownSpeakers =>
        [
            .. Story
                .Book.Entities.Where(entity => entity.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Group)
                .Select(entity => entity.Name)
                .Take(FormLimits.Known),
        ];

    /// <summary>A fact as it was typed or chosen: by its id, by its handle after a #, or by what it says.</summary>
    public FactId? Find(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return text.Length == 0 ? null
            : text[0] == '#' ? WithHandle(text[1..])
            : Known(new FactId(text)) ? new FactId(text)
            : Choosing.Facts(text) is [var only] ? new FactId(only.Value)
            : null;
    }

    /// <summary>Also one that is held or not given any more.</summary>
    public FactId? WithHandle(string handle) =>
        Story.Book.WithHandle(handle)
        ?? Story
            .Own.SelectMany(envelope => EventParts.IdsOf(envelope.Event))
            .Concat(Queue.Open.Select(item => item.Fact))
            .Select(id => (FactId?)id)
            .FirstOrDefault(id => id!.Value.Handle == handle);

    /// <summary>A fact for moderators to see: as it is given, and what it says where it is held.</summary>
    public IReadOnlyList<Part> Show(FactId fact) =>
        Story.Current(fact) is { } given ? Presenter.Parts([given])
        : Story.UnderHold.GetValueOrDefault(fact) is { } held ? [new Line(ModeratorWords.Held(held.Fact.Says))]
        : [];

    private bool Known(FactId id) => Story.Book.Find(id) is not null || Story.Targets(id).Any();
}
