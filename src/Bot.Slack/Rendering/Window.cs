using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>A message as a window.</summary>
internal static class Window
{
    public static PlainWords Title { get; } = new("Dateline");
    public static PlainWords Close { get; } = new("Close");

    public static View Of(MessageBody body) => new(body.Blocks) { Title = Title, Close = Close };
}
