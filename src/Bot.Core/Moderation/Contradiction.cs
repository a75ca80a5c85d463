using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Words;

namespace Bot.Core.Moderation;

/// <summary>
/// Two facts that cannot both be right by their own fields: the same actor, the same action, times that meet, and another number or another day. It is shown to moderators and never
/// resolved by the machine. Looked for where a community's own facts are: those of the base are reviewed.
/// </summary>
public sealed record Contradiction(ItemId Id, FactId One, FactId Other, ContestedSlot Slot)
{
    /// <summary>Those that nobody has decided yet.</summary>
    public static IEnumerable<Contradiction> In(StorySnapshot story, Backlog queue) =>
        All(story).DistinctBy(pair => pair.Id).Where(pair => queue.WhatBecameOf(pair.Id) is null);

    private static IEnumerable<Contradiction> All(StorySnapshot story) =>
        from own in story.Book.Own
        where story.Below is not null && own.Ended is null && story.Current(own.Id) is not null
        from actor in own.Actors
        from other in story.InForceBy(story.Book[actor]).Select(revision => revision.Fact)
        where other.Id != own.Id && other.Actors.Contains(actor) && !AreLinked(own, other)
        let slot = Slots(own, other)
        where slot is not null
        select Of(own, other, slot.Value);

    /// <summary>Named after what both say, so that another wording is another question.</summary>
    private static Contradiction Of(Fact own, Fact other, ContestedSlot slot)
    {
        var (one, two) = own.Id.CompareTo(other.Id) < 0 ? (own, other) : (other, own);
        return new Contradiction(ItemId.Of($"contradiction {slot}\n{FactContent.Of(one)}{FactContent.Of(two)}"), one.Id, two.Id, slot);
    }

    private static ContestedSlot? Slots(Fact one, Fact other) =>
        one.Kind != other.Kind || !Is(one.Action, other.Action) ? null
        : (one.Figure, other.Figure) is ({ } a, { } b)
            ? (Is(a.Unit, b.Unit) && !Is(a.Value, b.Value) && Meet(one.On, other.On) ? ContestedSlot.Number : null)
        : one.Action is not null && Is(one.Object, other.Object) && IsDay(one.On) && IsDay(other.On) && one.On != other.On
            ? ContestedSlot.Day
        : null;

    private static bool IsDay(EventDate? date) => date is { IsSingle: true, From.Day: not null };

    private static bool Meet(EventDate? one, EventDate? other) =>
        one is null
        || other is null
        || (
            (one.Earliest ?? DateOnly.MinValue) <= (other.Latest ?? DateOnly.MaxValue)
            && (other.Earliest ?? DateOnly.MinValue) <= (one.Latest ?? DateOnly.MaxValue)
        );

    private static bool Is(string? one, string? other) => NormalText.Of(one ?? "") == NormalText.Of(other ?? "");

    private static bool AreLinked(Fact one, Fact other) =>
        one.Links.Any(link => link.To == other.Id) || other.Links.Any(link => link.To == one.Id);
}

/// <summary>What two facts give otherwise.</summary>
public enum ContestedSlot
{
    Number,
    Day,
}
