using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary><c>/fact queue</c>: all that waits, or one thing of it with what can be done.</summary>
internal static class QueueCards
{
    /// <summary>The most words of members that a card shows.</summary>
    private const int MostWords = 5;

    /// <summary>What waits for a second moderator, for whom it is time that somebody stands in.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    public static Reply Of(string? typed, ModeratorRoom room) =>
        typed is null ? All(room)
        : ItemRef.TryParse(typed.Trim()) is not { } reference ? ModeratorWords.NoSuchItem(room.Naming)
        : !room.MaySee(reference.Item) ? Denials.Refusal(room.Caller.Standing, room.Naming)
        : room.Queue.Find(reference.Item) is { } item ? Of(item, room)
        : room.Queue.WhatBecameOf(reference.Item) is { } settled ? new Refusal { Headline = QueueWords.WasSettled(settled) }
        : room.Story.Moved.FirstOrDefault(moved => moved.Item == reference.Item) is { } moved ? Of(moved)
        : Contradiction.In(room.Story, room.Queue).FirstOrDefault(pair => pair.Id == reference.Item) is { } pair ? Of(pair, room)
        : ModeratorWords.NoSuchItem(room.Naming);

    /// <summary>All that waits, with a card each: what somebody asked for, the oldest first, then what follows from the facts.</summary>
    public static IEnumerable<WaitingCard> Each(ModeratorRoom room) =>
        [
            .. room.Queue.Open.Select(item => new WaitingCard(item.Id, item.Since, [item.Fact], Of(item, room))),
            .. room.Story.Moved.Select(moved => new WaitingCard(moved.Item, Since: null, [moved.Fact], Of(moved))),
            .. Contradiction
                .In(room.Story, room.Queue)
                .Select(pair => new WaitingCard(pair.Id, Since: null, [pair.One, pair.Other], Of(pair, room))),
        ];

    public static Notice Of(QueueItem item, ModeratorRoom room) =>
        item switch
        {
            QueueItem.Draft draft => DraftCards.Of(draft, room),
            QueueItem.Proposal proposal => Of(proposal, room),
            QueueItem.Report report => Of(report, room),
            _ => throw new UnreachableException(),
        };

    private static Listing All(ModeratorRoom room)
    {
        var waiting = room.Waiting;
        return new Listing
        {
            Headline = ModeratorWords.Waiting(waiting.Count),
            Parts =
            [
                .. waiting.Take(Presenter.MostListed).Select(each => new Line($"{each.Item}: {each.Words}")),
                .. More.Than(Presenter.MostListed, waiting.Count),
                .. room.Troubles.Select(sentence => new Hint(sentence)),
                .. waiting.Count == 0
                    ? Array.Empty<Part>()
                    : [new Actions([.. waiting.Take(5).Select(each => new ReplyAction(each.Words, $"/fact queue item:{each.Item}"))])],
            ],
        };
    }

    private static Notice Of(QueueItem.Proposal item, ModeratorRoom room) =>
        new()
        {
            Headline = ModeratorWords.Proposed(item),
            Parts =
            [
                .. room.Show(item.Fact),
                .. item.Reason.Length > 0 ? [new Line(ModeratorWords.Because(item.Reason))] : Array.Empty<Part>(),
                .. item.Proposed.Revision != room.NumberOf(item.Fact)
                    ? [new Hint(QueueWords.ProposedForAnother(item.Fact))]
                    : Array.Empty<Part>(),
                .. IsOwn(item, room) ? [new Hint(ModeratorWords.YouProposed)] : Array.Empty<Part>(),
                .. HasWaitedLong(item, room) ? [new Hint(StandInWords.Long(room.Naming))] : Array.Empty<Part>(),
                new Actions([
                    .. IsOwn(item, room)
                        ? Array.Empty<ReplyAction>()
                        : [new ReplyAction(ModeratorWords.Approve, $"/fact approve item:{ItemRef.Of(item)}")],
                    new ReplyAction(
                        IsOwn(item, room) ? ModeratorWords.CallOff : ModeratorWords.Reject,
                        $"/fact reject item:{ItemRef.Of(item)}"
                    ),
                    .. room.Story.Held.Contains(item.Fact) ? Array.Empty<ReplyAction>() : [Hold(item.Fact)],
                ]),
            ],
        };

    private static Notice Of(QueueItem.Report item, ModeratorRoom room) =>
        new()
        {
            Headline = ModeratorWords.Reported(item.Reporters.Count),
            Parts =
            [
                .. room.Show(item.Fact),
                .. item
                    .Reporters.Where(each => each.Words.Length > 0)
                    .Take(MostWords)
                    .Select(each => new Line(ModeratorWords.Says(each.Words))),
                new Actions([
                    new ReplyAction(ModeratorWords.SayWhat, $"/fact change fact:#{item.Fact.Handle}"),
                    Hold(item.Fact),
                    new ReplyAction(ModeratorWords.ItStands, $"/fact reject item:{ItemRef.Of(item)}"),
                ]),
            ],
        };

    private static Notice Of(MovedBase moved) =>
        new()
        {
            Headline = ModeratorWords.Moved,
            Parts =
            [
                new Line(ModeratorWords.Ours(moved.Ours?.Says)),
                new Line(ModeratorWords.TheirsBefore(moved.Against?.Says)),
                new Line(ModeratorWords.TheirsNow(moved.Base?.Says)),
                new Hint(ModeratorWords.ToMerge),
                new Actions([
                    new ReplyAction(ModeratorWords.TakeTheirs, $"/fact approve item:{moved.Item}"),
                    new ReplyAction(ModeratorWords.KeepOurs, $"/fact reject item:{moved.Item}"),
                    new ReplyAction(ModeratorWords.SayWhat, $"/fact change fact:#{moved.Fact.Handle}"),
                ]),
            ],
        };

    private static Notice Of(Contradiction pair, ModeratorRoom room) =>
        new()
        {
            Headline = ModeratorWords.Contradiction(pair.Slot),
            Parts =
            [
                .. room.Show(pair.One),
                .. room.Show(pair.Other),
                new Actions([
                    new ReplyAction(ModeratorWords.ChangeFirst, $"/fact change fact:#{pair.One.Handle}"),
                    new ReplyAction(ModeratorWords.ChangeSecond, $"/fact change fact:#{pair.Other.Handle}"),
                    new ReplyAction(ModeratorWords.BothStand, $"/fact reject item:{pair.Id}"),
                ]),
            ],
        };

    /// <summary>Nobody approves what they proposed.</summary>
    private static bool IsOwn(QueueItem item, ModeratorRoom room) => room.Caller.Key == item.By;

    private static bool HasWaitedLong(QueueItem.Proposal item, ModeratorRoom room) =>
        item.Proposed.Due is null && item.Since + Long < room.Now && room.Caller.Community != CommunityId.Local;

    private static ReplyAction Hold(FactId fact) => new(ModeratorWords.HoldIt, $"/fact hold fact:#{fact.Handle}");
}

/// <summary>One thing that waits for moderators, with what can be done about it.</summary>
/// <param name="Since">Since when; null for what follows from the facts.</param>
/// <param name="Facts">What it is about; of a draft, the one that it will be.</param>
public sealed record WaitingCard(ItemId Item, DateTimeOffset? Since, IReadOnlyList<FactId> Facts, Notice Card);
