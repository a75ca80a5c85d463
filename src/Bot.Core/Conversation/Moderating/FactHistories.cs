using System.Globalization;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Conversation.Wording;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Moderating;

/// <summary><c>/fact history</c>: what was done to one fact, when and why, newest first, each by its place in the record.</summary>
internal static class FactHistories
{
    public static Reply Of(string? typed, ModeratorRoom room)
    {
        if (room.Find(typed) is not { } fact)
        {
            return FactChoices.Of(typed, "fact history", room);
        }

        var entries = room
            .Story.NewestFirst.Where(envelope => EventParts.IdsOf(envelope.Event).Contains(fact) || IsErasure(envelope, fact))
            .Where(envelope => envelope.Event is not StoryEvent.FactBaselined)
            .Select(envelope => ChangesHandler.Entry(envelope, room.Story, room.Today) with { Position = envelope.Position })
            .ToList();
        return new History(entries)
        {
            Headline = entries.Count == 0 ? ModeratorWords.NothingDone : ModeratorWords.WhatWasDone(entries.Count),
            Parts =
            [
                .. room.Show(fact),
                .. entries.Select(entry => new Line(string.Create(CultureInfo.InvariantCulture, $"{entry.Position}. {entry.Words}"))),
                .. entries.Count == 0
                    ? Array.Empty<Part>()
                    : [new Actions([new ReplyAction(ModeratorWords.UndoLatest, $"/fact undo fact:#{fact.Handle}")])],
            ],
            Foot = CommandWords.KeptSince(room.Story.KeptSince),
        };
    }

    private static bool IsErasure(Envelope envelope, Facts.FactId fact) =>
        envelope.Event is StoryEvent.FactErased erased && erased.Fact == fact;
}
