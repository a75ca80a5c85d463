using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/ask</c>: a free question; nothing at all asks for the story card.</summary>
internal static class AskHandler
{
    /// <summary>What stands for a question when none was typed.</summary>
    public const string CatchMeUp = "what is going on";

    public static Reply Handle(Command.Ask command, Room room)
    {
        var text = command.Question.Trim();
        var asOf = command.AsOf is { Known: null, Happened: null } ? room.AsOf : command.AsOf;
        var answer = Answerer.Answer(room.Story, text.Length == 0 ? CatchMeUp : text, asOf, room.Today);
        return room.Composer.Compose(answer with { Question = text });
    }
}
