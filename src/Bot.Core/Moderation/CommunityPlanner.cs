using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Plans what is done to a community's stories and settings.</summary>
internal sealed class CommunityPlanner(Shelf shelf, ChangeRequest request, DateTimeOffset now)
{
    /// <summary>Whether it is the community that is changed, and not what it knows.</summary>
    public static bool Plans(Change change) => Settles(change) || change is Change.StartStory or Change.CloseStory or Change.ReopenStory;

    /// <summary>Whether it changes how the community is set up.</summary>
    public static bool Settles(Change change) =>
        change is Change.Follow or Change.ShareIn or Change.ModeratedBy or Change.AskSecond or Change.StoodInBy or Change.CardsIn;

    public ChangePlan Plan() =>
        request.Change switch
        {
            Change.StartStory start => Start(start),
            Change.CloseStory close => Story(story =>
                story.Story.Closed is { } closed ? ChangePlan.No(ChangeWords.IsClosed(closed)) : Close(close.On)
            ),
            Change.ReopenStory => Story(story => story.Story.Closed is null ? ChangePlan.No(ChangeWords.IsOpen) : Close(null)),
            Change.Follow follow => Settle(shelf.Settings(request.Community) with { Story = follow.Story }),
            Change.ShareIn share => Settle(shelf.Settings(request.Community) with { Sharing = share.Places }),
            Change.ModeratedBy by => Settle(Moderated(shelf.Settings(request.Community), by)),
            Change.AskSecond ask => Settle(shelf.Settings(request.Community) with { SecondModerator = ask.Needed }),
            Change.StoodInBy by => Settle(shelf.Settings(request.Community) with { StandIns = by.Who }),
            Change.CardsIn cards => Settle(shelf.Settings(request.Community) with { Cards = cards.Place }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private ChangePlan Start(Change.StartStory start) =>
        string.IsNullOrWhiteSpace(start.Title) ? ChangePlan.No(ChangeWords.NoTitle)
        : start.Title.Trim() is { Length: > Change.StartStory.LongestTitle and var length }
            ? ChangePlan.No(ChangeWords.LongTitle(length, Change.StartStory.LongestTitle))
        : !TimeZoneInfo.TryFindSystemTimeZoneById(start.TimeZone, out var zone) || !zone.HasIanaId
            ? ChangePlan.No(ChangeWords.NoSuchZone(start.TimeZone))
        : shelf.Story(shelf.Now, request.Community, request.Story.Value) is not null ? ChangePlan.No(ChangeWords.SlugTaken(request.Story))
        : ChangePlan.Of(
            StreamId.Course(request.Community, request.Story),
            new StoryEvent.StoryStarted(
                new Story
                {
                    Slug = request.Story,
                    Title = start.Title.Trim(),
                    Language = "en",
                    TimeZone = start.TimeZone,
                    Edition = 0,
                }
            )
        );

    private ChangePlan Close(DateOnly? on) =>
        ChangePlan.Of(StreamId.Course(request.Community, request.Story), new StoryEvent.StoryClosed(on));

    private ChangePlan Settle(CommunitySettings settings) =>
        shelf.Settings(request.Community) is var was && settings == was ? ChangePlan.No(ChangeWords.IsSetSo)
        : settings.Story is { } slug && slug != was.Story && shelf.Story(shelf.Now, request.Community, slug.Value) is null
            ? ChangePlan.No(ChangeWords.NoSuchStory(slug))
        : ChangePlan.Of(StreamId.Settings(request.Community), new StoryEvent.SettingsChanged(WithoutWhatIsOver(settings)));

    private static CommunitySettings Moderated(CommunitySettings settings, Change.ModeratedBy by) =>
        settings with
        {
            Moderators = ModeratorRoles.Of((settings.Moderators ?? default).All.Except(by.TakenAway).Concat(by.Added)),
        };

    private CommunitySettings WithoutWhatIsOver(CommunitySettings settings) =>
        settings.StandIns?.IsOver(now) == true ? settings with { StandIns = null } : settings;

    private ChangePlan Story(Func<StorySnapshot, ChangePlan> plan) =>
        shelf.Story(shelf.Now, request.Community, request.Story.Value) is { } story
            ? plan(story)
            : ChangePlan.No(ChangeWords.NoSuchStory(request.Story));
}
