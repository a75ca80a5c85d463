using Bot.Core.Conversation;

namespace Bot.Host.Console.Pages;

/// <summary>What happened, by date: as text and as a picture.</summary>
internal sealed class TimelineModel(Desk desk, Reading reading) : StoryPage(reading)
{
    public string Since { get; private set; } = "";
    public Exchange Exchange { get; private set; } = null!;

    public void OnGet(string? since)
    {
        Since = SinceDay.Clean(since);
        Exchange = Exchange.Of(SinceDay.Line("story timeline", Since), desk, Reading);
    }
}
