using System.Globalization;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>What undoing the latest change of a fact would give back, before it is done.</summary>
internal static class UndoCards
{
    public static Reply Of(FactId fact, string? reason, ModeratorRoom room)
    {
        if (room.Queue.ProposedFor(fact).FirstOrDefault(item => item.Proposed.Due is not null) is { } due)
        {
            return new Notice
            {
                Headline = ModeratorWords.WouldCallOff,
                Parts =
                [
                    new Line(QueueLines.Of(due, room.Story)),
                    new Actions([new ReplyAction(ModeratorWords.CallOff, $"/fact reject item:{due.Id}")]),
                ],
            };
        }

        if (Undoing.Of(room.Story, room.Queue, fact) is not { } latest)
        {
            return new Refusal { Headline = QueueWords.NothingToUndo(fact) };
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"/fact undo fact:#{fact.Handle} of:{latest.Position}");
        var beside = new Beside("reason", reason);
        return new Notice
        {
            Headline = ModeratorWords.WouldUndo,
            Parts =
            [
                .. latest.Undone.Select(envelope => new Line(ChangesHandler.Sentence(envelope, room.Story, room.Today))),
                new Heading(ModeratorWords.GivenThen),
                .. latest.Restores.SelectMany(restored => Restored(restored.Fact, restored.Given, room)),
                .. latest.IsGrave ? [new Hint(ModeratorWords.TakesTwoToo)] : Array.Empty<Part>(),
                .. beside.LeftOut(line),
                new Actions([new ReplyAction(ModeratorWords.UndoIt, beside.AddedTo(line))]),
            ],
        };
    }

    private static IEnumerable<Part> Restored(FactId fact, Fact? given, ModeratorRoom room) =>
        given is null ? [new Line(room.Story.Held.Contains(fact) ? ModeratorWords.HeldThen : ModeratorWords.NothingThen)]
        : room.Story.IsTakenBack(given.Id) || given.Ended is not null ? [new Line(room.Presenter.Attributed(given))]
        : [new Line($"{room.Presenter.Attributed(given)} [{StatusWords.Of(room.Story.Book, given)}]")];
}
