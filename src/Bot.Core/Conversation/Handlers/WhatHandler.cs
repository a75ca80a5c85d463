using Bot.Core.Facts;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story what</c>: facts of one kind.</summary>
internal static class WhatHandler
{
    public static Reply Handle(Command.What command, Room room)
    {
        if (command.Kind is not { } kind)
        {
            return Kinds(room);
        }

        var facts = room.Current.Where(revision => revision.Fact.Kind == kind).ToList();
        return new Listing
        {
            Headline =
                facts.Count == 0
                    ? $"Our sources have nothing of the kind {Vocabulary.Word(kind)}."
                    : string.Join(" ", facts.Take(3).Select(revision => room.Presenter.Attributed(revision.Fact))),
            Parts = room.Presenter.Parts(facts),
            Foot = Feet.Of(room.Book, facts.Select(revision => revision.Fact), room.Today),
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
