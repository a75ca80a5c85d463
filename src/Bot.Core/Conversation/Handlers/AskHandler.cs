using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/ask</c>: a free question; nothing at all asks for the story card.</summary>
internal static class AskHandler
{
    /// <summary>What stands for a question when none was typed.</summary>
    private const string CatchMeUp = "what is going on";

    public static Reply Handle(Command.Ask command, Room room)
    {
        var text = command.Question.Trim();
        var answer = Answerer.Answer(room.Story, text.Length == 0 ? CatchMeUp : text, command.AsOf, room.Today);
        return SinceWhen(text, room) is { } changes ? changes : room.Composer.Compose(answer with { Question = text });
    }

    /// <summary>"Since yesterday?" asks for what changed.</summary>
    private static Reply? SinceWhen(string text, Room room)
    {
        var question = Passes.Understand(text, new AsOf(), new Context(room.Story.Index, room.Today));
        var since = question.Dates.FirstOrDefault(date => date.Role == DateRole.Since);
        return since is not null && question.Asks("since") ? ChangesHandler.Handle(new Command.Changes(since.Date), room) : null;
    }
}
