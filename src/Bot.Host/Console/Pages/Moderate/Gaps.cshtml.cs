using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Host.Console.Moderating;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>What the story says that it does not know, and what its facts lack, each a step from the form that fills it in.</summary>
internal sealed class GapsModel(ModeratorVisit visit, Reading reading) : ModeratorPage(visit, reading)
{
    private const int MostShown = 50;

    /// <summary>What people ask and the sources do not give.</summary>
    public IReadOnlyList<Absence> Absent { get; private set; } = [];
    public IReadOnlyList<Gap> Gaps { get; private set; } = [];
    public IReadOnlyList<(Fact Fact, IReadOnlyList<Lack> Lacks)> Shown { get; private set; } = [];

    public void OnGet()
    {
        if (Reading.Story is { } story)
        {
            Absent = story.Story.Absent;
            Gaps = Gap.In(story, Reading.Today);
            Shown = [.. Gaps.Take(MostShown).Select(gap => (story.Book[gap.Fact], gap.Lacks))];
        }
    }

    public static string Words(Lack lack, Fact fact) =>
        lack switch
        {
            Lack.Recheck => fact.Checked is { } day
                ? $"said to go on, and last looked at on {Reading.Day(day)}"
                : "said to go on, and it is not known when it was looked at",
            Lack.Date => "no date",
            _ => "nobody is named who says it",
        };
}
