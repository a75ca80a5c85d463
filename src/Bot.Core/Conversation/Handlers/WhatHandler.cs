using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story what</c>: facts of one kind.</summary>
internal static class WhatHandler
{
    /// <summary>How many statements the first line may hold.</summary>
    private const int InHeadline = 3;

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
                    : string.Join(" ", First(facts).Select(revision => room.Presenter.Attributed(revision.Fact))),
            Parts = room.Presenter.Parts(facts),
            Foot = Feet.Of(room.Book, facts.Select(revision => revision.Fact), room.Today),
        };
    }

    /// <summary>What the first line holds: a few, or one pair of accounts.</summary>
    private static IEnumerable<Revision> First(List<Revision> facts) =>
        facts[0].Fact is Account account
            ? facts.Where(revision => revision == facts[0] || revision.Fact.Id == account.Other)
            : facts.Take(InHeadline);

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
