using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story responses</c>: who responded, who did not comment; or one party's response.</summary>
internal static class ResponsesHandler
{
    public static Reply Handle(Command.Responses command, Room room)
    {
        if (command.From is null)
        {
            return new[] { FactKind.Response, FactKind.NonAnswer }.Any(kind => room.OfKind(kind).Any())
                ? room.Ask("who responded")
                : new Notice { Headline = "No response of anybody is in our sources." };
        }

        var named = Passes.Understand(command.From, new AsOf(), new Context(room.Story.Index, room.Today)).Mentions;
        return named.Count == 0
            ? new Refusal
            {
                Headline = CommandWords.NoSuchName(command.From),
                Parts = [new Hint($"Type {room.Naming.Of("story responses")} for all of them.")],
            }
            : room.Ask($"response of {named[0].Entity.Name}");
    }
}
