namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story suspended</c>: what was suspended, what limits it, what was not.</summary>
internal static class SuspendedHandler
{
    public static Reply Handle(Room room) =>
        room.OfKind(Facts.FactKind.Suspension).Any()
            ? room.Ask("what was suspended")
            : new Notice { Headline = "Our sources speak of nothing that was suspended." };
}
