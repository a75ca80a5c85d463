using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Core.Tracing;

namespace Bot.Core.Conversation;

/// <summary>Where every command arrives, from any surface. Never throws for what a person typed, and never answers with nothing.</summary>
/// <param name="troubles">Null where there are no moderators' channels.</param>
public sealed class Desk(Shelf shelf, TimeProvider time, CardTroubles? troubles = null)
{
    /// <param name="story">The story asked about; null: the one the community chose, else the default one.</param>
    /// <param name="community">Who asks; null: this machine. <see cref="CommunityId.Base"/> where there is no community.</param>
    public Reply Handle(Command command, StorySlug? story = null, CommunityId? community = null) =>
        Handle(command, shelf.Now, story, community);

    /// <summary>The same over a state that the caller took before, so that what it shows around the reply is of that state too.</summary>
    /// <param name="naming">How commands are called where the reply is read; null: each by itself.</param>
    public Reply Handle(Command command, ShelfState state, StorySlug? story = null, CommunityId? community = null, Naming? naming = null)
    {
        using var span = Spans.Begin("answer");
        var reply = Answer(command, state, story, community, naming);
        span?.SetTag("dateline.command", command.GetType().Name)
            .SetTag("dateline.outcome", reply is AnswerReply answer ? answer.Answer.Outcome.Word : reply.GetType().Name);
        return reply;
    }

    private Reply Answer(Command command, ShelfState state, StorySlug? story, CommunityId? community, Naming? naming)
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
            Troubles = troubles?.Of(asking) ?? [],
        };
        var reply = Handle(command, room);
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
            Command.Sources => SourcesHandler.Handle(room),
            Command.Status => StatusHandler.Handle(room),
            Command.Why why => WhyHandler.Handle(why, room),
            Command.ShowAgain again => ShowAgainHandler.Handle(again, room),
            Command.Help help => HelpHandler.Handle(help, room.Naming),
            Command.ShowSettings => SettingsHandler.Handle(room),
            Command.Privacy => PrivacyHandler.Handle(),
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

    public FactBook Book => Story.Book;
    public Presenter Presenter => new(Story, Today);
    public Composer Composer => new(Story, Today);

    /// <summary>The facts in force now.</summary>
    public IEnumerable<Revision> Current => Story.InForce;
}
