using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story what</c>: facts of one kind, or what answers a question that begins so.</summary>
internal static class WhatHandler
{
    /// <summary>How many statements the first line may hold; of accounts, one pair.</summary>
    private const int InHeadline = 3;

    public static Reply Handle(Command.What command, Room room)
    {
        if (command.About is { } about)
        {
            var asked = room.Ask($"what {about}");
            return asked.Answer.Outcome is Outcome.Abstained ? room.Ask(about) : asked;
        }

        if (command.Kind is not { } kind)
        {
            return Kinds(room);
        }

        var revisions = room.OfKind(kind);
        var facts = revisions.Select(revision => revision.Fact);
        return new Listing
        {
            Headline = facts.Any()
                ? room.Presenter.Statements(facts, kind == FactKind.Account ? 1 : InHeadline)
                : $"Our sources give no {KindWords.Many(kind)}.",
            Parts = room.Presenter.List(revisions),
            Foot = Feet.Of(room.Book, facts.Take(Presenter.MostListed), room.Today),
        };
    }

    private static Listing Kinds(Room room)
    {
        var now = room.InForce;
        var kinds = Enum.GetValues<FactKind>()
            .Select(kind => (Kind: kind, Count: room.Story.Index.Roster.OfKind(kind).Count(now.Holds)))
            .Where(pair => pair.Count > 0)
            .ToList();
        return new Listing
        {
            Headline = $"{kinds.Sum(pair => pair.Count)} facts of {kinds.Count} kinds.",
            Parts =
            [
                .. kinds.Select(pair => new Line(
                    $"{KindWords.Many(pair.Kind)}: {pair.Count}",
                    room.Naming.Of($"story what kind:{Vocabulary.Word(pair.Kind)}")
                )),
            ],
        };
    }
}
