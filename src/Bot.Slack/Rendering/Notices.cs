using Bot.Core.Conversation;
using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>A sentence of our own as a message.</summary>
internal static class Notices
{
    public static MessageBody Of(string sentence) => Renderer.Render(new Notice { Headline = sentence });
}
