using Bot.Core.Conversation;

namespace Bot.Host.Console.Pages;

/// <summary>What changed in what is said, newest first, and the notes of the editions.</summary>
internal sealed class ChangesModel(Desk desk, Reading reading) : StoryPage(reading)
{
    public string Since { get; private set; } = "";
    public Reply Reply { get; private set; } = null!;

    public void OnGet(string? since)
    {
        Since = SinceDay.Clean(since);
        Reply = Exchange.Of(SinceDay.Line("story changes", Since), desk, Reading).Reply;
    }
}
