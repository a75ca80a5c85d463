using System.Text;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Cards;

/// <summary>What a card should show.</summary>
/// <param name="IsOver">Nothing waits there any more, so that nothing can be pressed.</param>
internal sealed record Face(Reply Reply, bool IsOver);

/// <summary>What waits in a community at one moment, and what its cards should show: the same cards as <c>/fact queue</c> has, as anybody who moderates sees them.</summary>
/// <param name="queue">What waits in the story that is followed.</param>
/// <param name="upTo">Up to which position of the journal this is told.</param>
internal sealed class CardFaces(
    CommunityId community,
    StorySnapshot followed,
    Backlog queue,
    Shelf shelf,
    Naming naming,
    ButtonIds buttons,
    ISeal seal,
    long upTo
)
{
    /// <summary>What the reminder's button asks for.</summary>
    public const string WhatWaits = "/fact queue";

    public CommunityId Community => community;

    public StorySlug Story => followed.Story.Slug;

    public long UpTo => upTo;

    /// <summary>All that waits, the oldest first, then what follows from the facts.</summary>
    public IReadOnlyList<Waiting> Waiting { get; } = [.. Conversation.Moderating.Waiting.All(followed, queue)];

    /// <summary>Whether somebody may still be writing it.</summary>
    public bool IsBeingWritten(ItemId item, DateTimeOffset now) =>
        queue.Find(item) is QueueItem.Draft draft && draft.Since > now - CardRules.Left;

    public Face Of(Card card) =>
        card.Story != Story
            ? shelf.Queue(community, card.Story).WhatBecameOf(card.Item) is { } decided
                ? Decided(decided)
                : Over(CardWords.Elsewhere(shelf.Story(shelf.Now, community, card.Story.Value)?.Story.Title ?? card.Story.Value))
            : Waiting.Any(waiting => waiting.Item == card.Item) && QueueCards.Of($"{card.Item}", Room(card.Begun)) is Notice notice
                ? new Face(notice, IsOver: false)
                : queue.WhatBecameOf(card.Item) is { } settled
                    ? Decided(settled)
                    : Over(CardWords.Over);

    /// <param name="cards">Those of the community: what follows from the facts waits since it has one.</param>
    public Face Reminder(IEnumerable<Card> cards) =>
        Oldest(cards) is { } oldest
            ? new Face(
                new Notice
                {
                    Headline = CardWords.Waits(Waiting.Count, oldest, naming),
                    Parts = [new Actions([new ReplyAction(CardWords.ShowThem, WhatWaits)])],
                },
                IsOver: false
            )
            : Over(CardWords.Over);

    /// <summary>Since when something waits; null where nothing does.</summary>
    /// <inheritdoc cref="Reminder"/>
    public DateTimeOffset? Oldest(IEnumerable<Card> cards) =>
        Waiting.Min(waiting => waiting.Since ?? cards.FirstOrDefault(card => card.Story == Story && card.Item == waiting.Item)?.Begun);

    /// <summary>Stands for all that is to be seen and pressed. Under the key, so that nobody who reads the store can try what it may say.</summary>
    public string Mark(Reply reply)
    {
        var buttons = reply
            .Parts.OfType<Actions>()
            .SelectMany(actions => actions.Items)
            .Select(action => $"\n{action.Label}: {action.Command}");
        return Convert.ToHexStringLower(seal.Mark(Encoding.UTF8.GetBytes($"card\n{PlainText.Of(reply)}{string.Concat(buttons)}")));
    }

    private Face Decided(SettledItem item) =>
        new(
            new Notice
            {
                Headline = CardWords.Decided(item),
                Foot = item.Facts is [var fact, ..] && followed.GivenOrHeld(fact) is not null ? CardWords.SeeHistory(fact, naming) : null,
            },
            IsOver: true
        );

    private static Face Over(string sentence) => new(new Notice { Headline = sentence }, IsOver: true);

    private ModeratorRoom Room(DateTimeOffset at) =>
        new(followed, queue, new Caller(community, new UserId(""), new Standing.Moderator()), naming, at, buttons);
}
