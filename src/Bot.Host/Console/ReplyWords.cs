using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Host.Console;

/// <summary>The console's own labels.</summary>
internal static class ReplyWords
{
    /// <summary>The label over a reply, null where its first line says enough, and the class that goes with it.</summary>
    public static (string? Words, string Class) Kicker(Reply reply) =>
        reply switch
        {
            AnswerReply { Answer.Shape: Shape.Overview } => ("Overview", "answered"),
            AnswerReply { Answer.Shape: Shape.AccountsDiffer } => ("Accounts differ", "partly"),
            AnswerReply { Answer.Outcome: Outcome.Answered } => ("From our sources", "answered"),
            AnswerReply { Answer.Outcome: Outcome.Partly } => ("Covered in part", "partly"),
            AnswerReply { Answer.Shape: Shape.Unreadable or Shape.AnotherLanguage or Shape.NotOursToSay } => ("No answer", "abstained"),
            AnswerReply => ("Not in our sources", "abstained"),
            Bot.Core.Conversation.Timeline => ("Timeline", "notice"),
            History => ("What changed", "notice"),
            Refusal or Choices => ("That did not work", "abstained"),
            _ => (null, "notice"),
        };

    public static string Kind(FactKind kind) => Capital(Vocabulary.Word(kind));

    public static string Status(FactStatus status) => Capital(Vocabulary.Word(status).Replace('-', ' '));

    public static string Link(LinkKind kind) => Capital(Vocabulary.Word(kind).Replace('-', ' '));

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
