using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>What can be done to a community's story, whoever does it and from wherever. Closed.</summary>
public abstract partial record Change
{
    private Change() { }

    /// <summary>New facts, with the people, sources and documents that they bring along.</summary>
    /// <param name="Draft">At least one fact. One without an id gets its own.</param>
    public sealed record Add(StoryDraft Draft) : Change;

    /// <summary>A fact is said in another way.</summary>
    /// <param name="Draft">That one fact, whole.</param>
    public sealed record Restate(FactId Fact, StoryDraft Draft) : Change;

    /// <summary>Out of all answers while it is checked.</summary>
    public sealed record Hold(FactId Fact) : Change;

    /// <summary>Given again after a hold.</summary>
    public sealed record Release(FactId Fact) : Change;

    /// <summary>Not given any more; its history stays.</summary>
    public sealed record Withdraw(FactId Fact) : Change;

    /// <summary>The base moved under what the community made of the fact: it keeps its own.</summary>
    public sealed record KeepOurs(FactId Fact) : Change;

    /// <summary>The community gives up what it made of a fact, and follows the base again.</summary>
    public sealed record TakeBase(FactId Fact) : Change;

    /// <summary>A story of the community's own, without facts so far.</summary>
    public sealed record StartStory(string Title, string TimeZone) : Change
    {
        /// <summary>The most characters that a title has: it stands on every page and above every answer.</summary>
        public const int LongestTitle = 120;
    }

    /// <summary>Nothing more is expected of the story.</summary>
    public sealed record CloseStory(DateOnly On) : Change;

    /// <summary>More is expected of the story after all.</summary>
    public sealed record ReopenStory : Change;

    /// <summary>Another story is followed.</summary>
    /// <param name="Story">Null: the default one of the service.</param>
    public sealed record Follow(StorySlug? Story) : Change;

    /// <summary>Private answers may be shared elsewhere from now on.</summary>
    /// <param name="Places">Null: everywhere.</param>
    public sealed record ShareIn(SharingPlaces? Places) : Change;

    /// <summary>Others moderate beside those who manage the community, as its platform names them; where nobody is left, whom the platform itself lets moderate.</summary>
    /// <param name="Added">Who does from now on; who did before and is not named stays.</param>
    /// <param name="TakenAway">Who does no more.</param>
    public sealed record ModeratedBy(IReadOnlyList<string> Added, IReadOnlyList<string> TakenAway) : Change;

    /// <summary>Whether grave acts wait for a second moderator.</summary>
    /// <param name="Needed">Null: as the service has it.</param>
    public sealed record AskSecond(bool? Needed) : Change;

    /// <summary>Who stands in for a second moderator who is away.</summary>
    /// <param name="Who">Null: nobody.</param>
    public sealed record StoodInBy(StandIns? Who) : Change;

    /// <summary>What waits is shown in a channel of the moderators.</summary>
    /// <param name="Place">Null: in none.</param>
    public sealed record CardsIn(PlaceId? Place) : Change;
}

/// <summary>A change as somebody asks for it. Whether they are who they say is seen before; what can be done, and by whom, is seen here.</summary>
public sealed record ChangeRequest
{
    /// <summary>The longest reason, in UTF-16 code units.</summary>
    public const int LongestReason = 1_000;

    public required CommunityId Community { get; init; }

    /// <summary>The story that is changed; for a new one, its slug.</summary>
    public required StorySlug Story { get; init; }
    public required PersonKey By { get; init; }

    /// <summary>Names the delivery, so that a repeated one does nothing.</summary>
    public required CommandId Command { get; init; }

    /// <summary>Why, in their words; it is shown to readers.</summary>
    public required string Reason { get; init; }
    public required Change Change { get; init; }

    /// <summary>By whose right it is asked for.</summary>
    public Role Role { get; init; } = Role.Operator;

    /// <summary>The revision they looked at: another one by now refuses the change. Null: whatever it is.</summary>
    public int? Revision { get; init; }
}

/// <summary>What became of a request. Closed.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome() { }

    /// <summary>It is in the journal, durable, and answered from.</summary>
    /// <param name="First">The position of its first event.</param>
    /// <param name="Last">That of its last.</param>
    /// <param name="Events">What happened, one for each position: it may be that something now waits for a second moderator.</param>
    /// <param name="Again">It was done before, by the same delivery; nothing was done now.</param>
    public sealed record Done(long First, long Last, IReadOnlyList<StoryEvent> Events, bool Again) : ChangeOutcome
    {
        /// <summary>The facts it is about, each once.</summary>
        public IReadOnlyList<FactId> Facts => [.. Events.Select(EventParts.FactOf).OfType<FactId>().Distinct()];

        /// <summary>What now waits, or waited until now; null for nothing.</summary>
        public ItemId? Item => Events.OfType<StoryEvent.OfItem>().FirstOrDefault()?.Item;
    }

    /// <param name="Problems">What is in the way and what to do, at least one; with places where the request has some.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : ChangeOutcome;
}
