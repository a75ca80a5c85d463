using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story suspended</c>: what was suspended, what limits it, what was not.</summary>
internal static class SuspendedHandler
{
    public static Reply Handle(Room room) =>
        room.Story.InForceOf(Facts.FactKind.Suspension).Any()
            ? room.Composer.Compose(Answerer.Answer(room.Story, "what was suspended", new AsOf(), room.Today))
            : new Notice { Headline = "Our sources speak of nothing that was suspended." };
}
