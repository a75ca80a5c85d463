using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Core.Questions.Answering;
using Bot.Core.Tracing;

namespace Bot.Core.Conversation;

/// <summary>Where every command arrives, from any surface. Never throws for what a person typed, and never answers with nothing.</summary>
/// <param name="troubles">Null where there are no moderators' channels.</param>
public sealed class Desk(Shelf shelf, TimeProvider time, CardTroubles? troubles = null)
{
    /// <param name="story">The story asked about; null: the one the community chose, else the default one.</param>
    /// <param name="community">Who asks; null: this machine. <see cref="CommunityId.Base"/> where there is no community.</param>
    /// <param name="asOf">The clocks by which the story is looked at; null: now.</param>
    public Reply Handle(Command command, StorySlug? story = null, CommunityId? community = null, AsOf? asOf = null) =>
        Handle(command, shelf.Now, story, community, naming: null, asOf);

    /// <summary>The same over a state that the caller took before, so that what it shows around the reply is of that state too.</summary>
    /// <param name="naming">How commands are called where the reply is read; null: each by itself.</param>
    /// <param name="asOf">The clocks by which the story is looked at; null: now.</param>
    public Reply Handle(
        Command command,
        ShelfState state,
        StorySlug? story = null,
        CommunityId? community = null,
        Naming? naming = null,
        AsOf? asOf = null
    )
    {
        using var span = Spans.Begin("answer");
        var reply = Answer(command, state, story, community, naming, asOf);
        span?.SetTag("dateline.command", command.GetType().Name)
            .SetTag("dateline.outcome", reply is AnswerReply answer ? answer.Answer.Outcome.Word : reply.GetType().Name);
        return reply;
    }

    private Reply Answer(Command command, ShelfState state, StorySlug? story, CommunityId? community, Naming? naming, AsOf? asOf)
    {
        var asking = community ?? CommunityId.Local;
        if (shelf.Story(state, asking, story?.Value) is not { } snapshot)
        {
            var wanted = story ?? shelf.Settings(asking).Story;
            return new Refusal
            {
                Headline =
                    wanted is { } missing && state.Stories.Count > 0 ? CommandWords.NoSuchStory(missing.Value) : CommandWords.NothingLoaded,
            };
        }

        var room = new Room(snapshot, state, snapshot.DayOf(time.GetUtcNow()))
        {
            Settings = shelf.Settings(asking),
            Stories = shelf.Stories(state, asking),
            Naming = naming ?? Naming.Slash,
            AsOf = asOf ?? new AsOf(),
            Troubles = troubles?.Of(asking) ?? [],
        };
        var reply = room.Dated(command, Handle(command, room));
        return reply.Foot is { } foot ? reply with { Foot = string.Join(' ', [foot, .. Feet.About(snapshot.Story, asking)]) } : reply;
    }

    private static Reply Handle(Command command, Room room) =>
        command switch
        {
            Command.Ask ask => AskHandler.Handle(ask, room),
            Command.Who who => WhoHandler.Handle(who, room),
            Command.Suspended => SuspendedHandler.Handle(room),
            Command.Responses responses => ResponsesHandler.Handle(responses, room),
            Command.What what => WhatHandler.Handle(what, room),
            Command.ShowTimeline timeline => TimelineHandler.Handle(timeline, room),
            Command.Changes changes => ChangesHandler.Handle(changes, room),
            Command.Sources sources => SourcesHandler.Handle(sources, room),
            Command.Status => StatusHandler.Handle(room),
            Command.Why why => WhyHandler.Handle(why, room),
            Command.ShowAgain again => ShowAgainHandler.Handle(again, room),
            Command.Help help => HelpHandler.Handle(help, room.Naming),
            Command.ShowSettings => SettingsHandler.Handle(room),
            Command.Privacy => PrivacyHandler.Handle(),
            Command.OfDigests when !room.IsOfNow => new Refusal { Headline = CommandWords.DigestsOfNow },
            Command.OfDigests digests => DigestHandler.Handle(digests, room),
            Command.Report => new Refusal { Headline = CommandWords.NoFactThere },
            Command.WhyDenied => Denials.Generally(room.Naming),
            Command.ByCaller => new Refusal { Headline = CommandWords.OfModerators },
            _ => throw new UnreachableException(),
        };
}

/// <summary>What a handler works with: one snapshot, taken once.</summary>
/// <param name="Today">In the story's time zone.</param>
internal sealed record Room(StorySnapshot Story, ShelfState Shelf, DateOnly Today)
{
    /// <summary>How the community that asks is set up.</summary>
    public CommunitySettings Settings { get; init; } = CommunitySettings.Default;

    /// <summary>The stories it can choose from.</summary>
    public IEnumerable<StorySnapshot> Stories { get; init; } = [];

    /// <summary>How commands are called where the reply is read.</summary>
    public Naming Naming { get; init; } = Naming.Slash;

    /// <summary>What is not right in its moderators' channel, in sentences.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>The clocks by which it is looked at.</summary>
    public AsOf AsOf { get; init; } = new();

    public bool IsOfNow => AsOf is { Known: null, Happened: null };

    public FactBook Book => Story.Book;
    public Presenter Presenter => new(Story, Today, hasFoot: true);
    public Composer Composer => new(Story, Today);

    /// <summary>What counts by its clocks.</summary>
    public InForce InForce => new(Story, AsOf);

    /// <summary>The facts in force.</summary>
    public IEnumerable<Revision> Current => Of(Enumerable.Range(0, Story.Revisions.Count));

    /// <summary>Of the facts in force, those of one kind.</summary>
    public IEnumerable<Revision> OfKind(FactKind kind) => Of(Story.Index.Roster.OfKind(kind));

    /// <summary>Of the facts in force, what the entity, or somebody who belongs to it, does or says.</summary>
    public IEnumerable<Revision> By(Entity entity) => Of(Story.TargetsBy(entity));

    /// <summary>The answer to a question.</summary>
    public AnswerReply Ask(string question) => Composer.Compose(Answerer.Answer(Story, question, AsOf, Today));

    /// <summary>What a look-up found, saying of which day it is; answers say so by themselves.</summary>
    public Reply Dated(Command command, Reply reply) =>
        AsOf.Known is { } day && IsLookUp(command) && reply is not (AnswerReply or Refusal or Choices)
            ? reply with
            {
                Headline = $"{KnownOn(day)} {reply.Headline}",
            }
            : reply;

    private static bool IsLookUp(Command command) =>
        command
            is Command.Who
                or Command.Suspended
                or Command.Responses
                or Command.What
                or Command.ShowTimeline
                or Command.Changes
                or Command.Sources
                or Command.Status;

    private string KnownOn(DateOnly day) =>
        Story.PositionBy(day) is null ? AnswerWords.KnownSince(Story.KeptSince, day) : AnswerWords.KnownBy(day);

    private IEnumerable<Revision> Of(IEnumerable<int> targets) => targets.Where(InForce.Holds).Select(target => Story.Revisions[target]);
}
