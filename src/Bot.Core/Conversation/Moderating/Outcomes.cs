using System.Globalization;
using Bot.Core.Conversation.Wording;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>What is said of a change: what it was, which facts it is about and how they stand now, and its place in the record.</summary>
internal static class Outcomes
{
    public static Reply Done(ModeratorRoom now, ChangeOutcome.Done done)
    {
        var events = done.Events.Where(e => e is not StoryEvent.CastAdded).ToList();
        return new Notice
        {
            Headline = $"{(done.Again ? ModeratorWords.DoneBefore : "")}{OutcomeWords.Of(events)}",
            Parts =
            [
                .. done.Facts.Where(fact => now.Story.Current(fact) is not { Fact.Ended: not null }).SelectMany(now.Show),
                .. events
                    .OfType<StoryEvent.NameAdded>()
                    .Where(e => now.Story.Book.Knows(e.Entity))
                    .Select(e => new Line(ModeratorWords.NameKept(now.Story.Book[e.Entity].Name, e.Name))),
                .. events
                    .OfType<StoryEvent.ItemSettled>()
                    .Where(e => e.Tell.Count > 0)
                    .Select(e => new Line(ModeratorWords.ReportersHear(e.Tell.Count))),
                .. Next(now, done, events) is { Count: > 0 } next ? [new Actions(next)] : Array.Empty<Part>(),
            ],
            Foot = ModeratorWords.Recorded(done.First, done.Last),
        };
    }

    public static Refusal Refused(ChangeOutcome.Refused refused, Naming naming) =>
        new()
        {
            Headline = string.Join(' ', refused.Problems.Select(problem => problem.Sentence).Distinct()),
            Parts = [new Hint(ModeratorWords.SeeQueue(naming))],
        };

    private static IReadOnlyList<ReplyAction> Next(ModeratorRoom now, ChangeOutcome.Done done, IReadOnlyList<StoryEvent> events)
    {
        if (events.OfType<StoryEvent.ChangeProposed>().FirstOrDefault() is { } proposed)
        {
            return
            [
                new ReplyAction(ModeratorWords.CallOff, $"/fact reject item:{proposed.Item}"),
                .. now.Story.Held.Contains(proposed.Fact)
                    ? Array.Empty<ReplyAction>()
                    : [new ReplyAction(ModeratorWords.HoldMeanwhile, $"/fact hold fact:#{proposed.Fact.Handle}")],
            ];
        }

        return done.Facts is [var fact, ..] && Undoing.Of(now.Story, now.Queue, fact) is { } latest && latest.Position >= done.First
            ? [new ReplyAction(ModeratorWords.UndoLatest, string.Create(CultureInfo.InvariantCulture, $"/fact undo fact:#{fact.Handle}"))]
            : [];
    }
}
