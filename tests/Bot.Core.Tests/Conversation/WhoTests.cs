using Bot.Core.Conversation;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Tests.Communities;

namespace Bot.Core.Tests.Conversation;

/// <summary><c>/story who</c> with what they did.</summary>
public sealed class WhoTests
{
    [Fact]
    public void What_a_fact_said_before_is_not_what_they_did()
    {
        var fact = BothStories.Bridge.Book[new FactId("bridge-closed")];
        var once = fact with { Says = "Tarrow Borough Council juggled flamingos on the Harbour Bridge." };
        var council = new Command.Who("the council", "juggled flamingos");

        Handle(council, Changes.Changed(fact, once)).Parts.ShouldNotBeEmpty();
        Handle(council, Changes.Changed(fact, once), Changes.Changed(once, fact)).Parts.ShouldBeEmpty();
    }

    private static Reply Handle(Command.Who command, params StoryEvent[] events) =>
        WhoHandler.Handle(command, new Room(BothStories.Bridge.By(Changes.Town, events), BothStories.Shelf.Now, BothStories.Today));
}
