using Bot.Core.Facts;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story what</c>: facts of one kind.</summary>
internal static class WhatHandler
{
    /// <summary>How many statements the first line may hold; of accounts, one pair.</summary>
    private const int InHeadline = 3;

    public static Reply Handle(Command.What command, Room room)
    {
        if (command.Kind is not { } kind)
        {
            return Kinds(room);
        }

        var revisions = room.Current.Where(revision => revision.Fact.Kind == kind).ToList();
        var facts = revisions.ConvertAll(revision => revision.Fact);
        return new Listing
        {
            Headline =
                facts.Count == 0
                    ? $"Our sources have nothing of the kind {Vocabulary.Word(kind)}."
                    : room.Presenter.Statements(facts, kind == FactKind.Account ? 1 : InHeadline),
            Parts = room.Presenter.Parts(revisions),
            Foot = Feet.Of(room.Book, facts, room.Today),
        };
    }

    private static Listing Kinds(Room room)
    {
        var kinds = room.Current.GroupBy(revision => revision.Fact.Kind).OrderBy(group => group.Key).ToList();
        return new Listing
        {
            Headline = $"{room.Current.Count()} facts of {kinds.Count} kinds.",
            Parts =
            [
                .. kinds.Select(group => new Line(
                    $"{Vocabulary.Word(group.Key)}: {group.Count()}",
                    $"/story what kind:{Vocabulary.Word(group.Key)}"
                )),
            ],
        };
    }
}
