using Bot.Host.Console.Moderating;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>All that waits for moderators, a card each with what can be done about it.</summary>
internal sealed class QueueModel(ModeratorVisit visit, Reading reading) : ModeratorPage(visit, reading)
{
    /// <summary>More than anybody decides at a sitting.</summary>
    public const int MostShown = 50;

    public void OnGet() { }
}
