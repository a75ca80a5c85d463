using Bot.Core.Conversation.Wording;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/why</c>: how an answer came about, or why there was none.</summary>
internal static class WhyHandler
{
    public static Reply Handle(Command.Why command, Room room)
    {
        if (command.Question.Trim().Length == 0)
        {
            return new Refusal { Headline = $"Add the question you want explained: {room.Naming.Of("why")}, then the question." };
        }

        var answer = Answerer.Answer(room.Story, command.Question, room.AsOf, room.Today);
        var reply = room.Composer.Compose(answer);
        var reason = answer.Outcome is Outcome.Abstained abstained ? $" ({Reason(abstained.Reason)})" : "";
        return new Notice
        {
            Headline = $"{Names.Capital(answer.Outcome.Word)}{reason}: {reply.Headline}",
            Parts =
            [
                new Explanation([.. answer.Explanation.Select(step => WhyWords.Of(step, room.Book))]),
                .. reply.Parts.Where(part => part is not Actions),
            ],
            Foot = reply.Foot,
        };
    }

    private static string Reason(AbstentionReason reason) =>
        reason switch
        {
            AbstentionReason.NotInSources => "our sources do not give it",
            AbstentionReason.OutsideStory => "it is outside the story, or a judgement",
            AbstentionReason.Withdrawn => "what would answer it was withdrawn",
            AbstentionReason.NonAnswer => "whoever was asked did not answer",
            _ => "I do not read that language",
        };
}
