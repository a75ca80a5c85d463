using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/privacy</c>: what is kept of people, where, how long, and how to have it gone.</summary>
internal static class PrivacyHandler
{
    public static Reply Handle() =>
        new Notice
        {
            Headline = "Who asks is kept nowhere: no question, no name, no address.",
            Parts = [.. PrivacyWords.All.Select(sentence => new Line(sentence))],
        };
}
