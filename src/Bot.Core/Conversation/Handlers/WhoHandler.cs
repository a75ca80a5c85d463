using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story who</c>: who did or said what.</summary>
internal static class WhoHandler
{
    /// <summary>How many statements the first line may hold.</summary>
    private const int InHeadline = 2;

    public static Reply Handle(Command.Who command, Room room)
    {
        if (command.Name is null && command.Did is null)
        {
            return Everyone(room);
        }

        if (command.Name is null)
        {
            return room.Ask($"who {command.Did}");
        }

        var read = Passes.Understand(command.Name, new AsOf(), new Context(room.Story.Index, room.Today));
        return (command.Did is null ? Asked(command.Name, read, room) : null)
            ?? (read.Mentions is [var first, ..] ? One(first.Entity, command.Did, room) : Nobody(command.Name, room));
    }

    /// <summary>What is more than a name is a question: "who responded". Null where it is a name, or nothing answers it.</summary>
    private static AnswerReply? Asked(string words, Question read, Room room)
    {
        var more = read.Words.Where((word, at) => !word.IsStop && !read.Mentions.Any(name => at >= name.At && at < name.End));
        return more.Any() && room.Ask($"who {words}") is { Answer.Outcome: not Outcome.Abstained } answer ? answer : null;
    }

    private static Listing One(Entity entity, string? did, Room room)
    {
        var theirs = room.By(entity);
        if (did is not null && theirs.Any())
        {
            var question = Passes.Understand(did, new AsOf(), new Context(room.Story.Index, room.Today));
            using var tallies = FactRanker.Rank(question, room.Story.Index, room.InForce.Holds);
            var matching = Enumerable
                .Range(0, tallies.Count)
                .Where(row => !tallies.IsGap(row) && tallies.Coverage(row) >= 0.5f)
                .Select(row => room.Story.Revisions[tallies.Target(row)].Fact.Id)
                .ToHashSet();
            theirs = theirs.Where(revision => matching.Contains(revision.Fact.Id));
        }

        var role = entity.Role is { } known ? $" ({known})" : "";
        var headline = !theirs.Any()
            ? $"Our sources say nothing {(did is null ? "that was done or said by" : "like that of")} {entity.Name}{role}."
            : $"{Names.Capital(entity.Name)}{role}: {room.Presenter.Statements(First(theirs), InHeadline)}";
        return new Listing
        {
            Headline = headline,
            Parts = room.Presenter.List(theirs),
            Foot = Feet.Of(room.Book, theirs.Take(Presenter.MostListed).Select(r => r.Fact), room.Today),
        };
    }

    /// <summary>What the first line is made of: one account, or whatever is none.</summary>
    private static IEnumerable<Fact> First(IEnumerable<Revision> theirs) =>
        theirs.First().Fact is Account account ? [account] : theirs.Select(revision => revision.Fact).Where(fact => fact is not Account);

    private static Listing Everyone(Room room)
    {
        var now = room.InForce;
        var counts = room
            .Book.Entities.Select(entity => (entity, Count: room.Story.TargetsBy(entity).Count(now.Holds)))
            .Where(pair => pair.Count > 0)
            .OrderByDescending(pair => pair.Count)
            .ToList();
        return new Listing
        {
            Headline =
                $"{counts.Count} parties do or say something in this story, most of all {Names.Join(counts.Take(3).Select(pair => pair.entity.Name))}.",
            Parts =
            [
                .. counts
                    .Take(Presenter.MostListed)
                    .Select(pair => new Line(
                        $"{Names.Capital(pair.entity.Name)}: {pair.Count} {(pair.Count == 1 ? "fact" : "facts")}",
                        room.Naming.Of($"story who {pair.entity.Name}")
                    )),
                .. More.Than(Presenter.MostListed, counts.Count),
            ],
        };
    }

    private static Reply Nobody(string name, Room room)
    {
        var near = Completion
            .Entities(name, room.Story)
            .Take(3)
            .Select(entity => new ReplyAction(entity.Name, $"/story who {entity.Name}"))
            .ToList();
        return near.Count == 0
            ? new Refusal
            {
                Headline = CommandWords.NoSuchName(name),
                Parts = [new Hint($"Type {room.Naming.Of("story who")} for everybody in it.")],
            }
            : new Choices(near)
            {
                Headline = $"{CommandWords.NoSuchName(name)} {CommandWords.DidYouMean(near)}",
                Parts = [new Actions(near)],
            };
    }
}
