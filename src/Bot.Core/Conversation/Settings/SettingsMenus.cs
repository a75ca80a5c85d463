using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Cards;

namespace Bot.Core.Conversation.Settings;

/// <summary>The menus below <c>/settings</c>: what is chosen now stands in each. Who may choose the platform says.</summary>
public sealed class SettingsMenus(Shelf shelf, Changes changes, IPeople people, CardChannel channel)
{
    public const string NotAChoice = "That cannot be chosen any more.";

    private const string Story = "1:set:story";
    private const string Sharing = "1:set:sharing";
    private const string Second = "1:set:second";

    private const string Cards = "1:set:cards";

    private const string AsService = "as-service";
    private const string Needed = "needed";
    private const string Alone = "alone";
    private const string StandIn = "stand-in";

    private const string Everywhere = "everywhere";
    private const string Nowhere = "nowhere";

    /// <summary>In this channel alone.</summary>
    private const string Here = "here";

    /// <summary>In the channel that was chosen, which is not this one.</summary>
    private const string There = "there";

    /// <summary>In this channel too.</summary>
    private const string HereToo = "here-too";

    public static bool IsOne(string? id) => id is Story or Sharing or Second or Cards;

    /// <summary>Whether a choice asks for a form first: see <see cref="StandInForm"/>.</summary>
    public static bool AsksWhoStandsIn(string? menu, string? value) => (menu, value) is (Second, StandIn);

    /// <summary>Where the story that was followed is gone, another has to be chosen first.</summary>
    /// <param name="place">The channel where they are shown.</param>
    public IReadOnlyList<Menu> Of(CommunityId community, PlaceId place)
    {
        var (state, followed) = (shelf.Now, shelf.Followed(community));
        var stories = Stories(shelf.Stories(state, community), followed);
        return stories.Count == 0 ? []
            : new Menu(Story, "The story that is followed here", stories) is var first && shelf.Story(state, community) is null ? [first]
            :
            [
                first,
                new Menu(Sharing, "Where answers may be shared", Places(shelf.Settings(community), place)),
                new Menu(Second, "Whether a second moderator is asked", Seconds(shelf.Settings(community))),
                new Menu(Cards, "The moderators\u2019 channel", CardPlaces(shelf.Settings(community).Cards, place)),
            ];
    }

    /// <summary>What a choice asks to be changed; null where it cannot be chosen.</summary>
    public Change? Wanted(string menu, string value, PlaceId place, CommunityId community) =>
        (menu, value) switch
        {
            (Story, _) when shelf.Story(shelf.Now, community, value) is { } story => new Change.Follow(story.Story.Slug),
            (Sharing, Everywhere) => new Change.ShareIn(null),
            (Sharing, Nowhere) => new Change.ShareIn(SharingPlaces.Nowhere),
            (Sharing, Here) => new Change.ShareIn(SharingPlaces.In([place])),
            (Sharing, HereToo) => new Change.ShareIn(SharingPlaces.In([.. shelf.Settings(community).Sharing?.Places ?? [], place])),
            (Second, AsService) => new Change.AskSecond(null),
            (Second, Needed) => new Change.AskSecond(true),
            (Second, Alone) => new Change.AskSecond(false),
            (Cards, Nowhere) => new Change.CardsIn(null),
            (Cards, Here) => new Change.CardsIn(place),
            (Cards, There) => new Change.CardsIn(shelf.Settings(community).Cards),
            _ => null,
        };

    /// <summary>Who was chosen to moderate, as the platform puts it: roles, groups, keys of people.</summary>
    public ModeratorRoles ModeratorsChosen(CommunityId community) => shelf.Settings(community).Moderators ?? default;

    /// <param name="command">Names the choice: made twice it changes things once.</param>
    public async Task<Settled> Settle(Change wanted, UserId by, CommandId command, CommunityId community, CancellationToken cancellation)
    {
        var tried =
            wanted is Change.CardsIn { Place: { } place } && place != shelf.Settings(community).Cards
                ? await channel.Try(community, place, command, cancellation)
                : new ChannelTried.Well("");
        return tried switch
        {
            ChannelTried.Refused refused => new Settled.Refused(refused.Why),
            ChannelTried.Well well => await Settle(wanted, by, command, community, well.Warning, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Settled> Settle(
        Change wanted,
        UserId by,
        CommandId command,
        CommunityId community,
        string warning,
        CancellationToken cancellation
    )
    {
        if (shelf.Followed(community) is not { } followed)
        {
            return new Settled.Refused(CommandWords.NothingLoaded);
        }

        var outcome = await changes.Make(
            new ChangeRequest
            {
                Community = community,
                Story = followed,
                By = await people.Key(community, by, cancellation),
                Command = command,
                Reason = "",
                Change = wanted,
            },
            cancellation
        );
        return outcome is ChangeOutcome.Refused refused
            ? new Settled.Refused(string.Join(' ', refused.Problems.Select(problem => problem.Sentence)))
            : new Settled.Done(warning);
    }

    private static List<MenuOption> Stories(IEnumerable<StorySnapshot> stories, StorySlug? followed) =>
        [
            .. stories
                .Select(story => new MenuOption(story.Story.Title, story.Story.Slug.Value, story.Story.Slug == followed))
                .OrderByDescending(option => option.IsNow),
        ];

    private static List<MenuOption> Seconds(CommunitySettings settings) =>
        [
            new("Retracting, confirming, erasing: as the service has it", AsService, settings.SecondModerator is null),
            new("They wait until a second moderator approves", Needed, settings.SecondModerator is true),
            new("One moderates alone: held at once, done after a while", Alone, settings.SecondModerator is false),
            new("One is away: say who stands in for a while\u2026", StandIn, IsNow: false),
        ];

    private static List<MenuOption> Places(CommunitySettings settings, PlaceId place)
    {
        var options = new List<MenuOption>
        {
            new("Answers may be shared in every channel", Everywhere, settings.Sharing is null),
            new("Answers may be shared nowhere", Nowhere, settings.Sharing is { Places: [] }),
            new("Only in this channel", Here, settings.Sharing is { Places: [var only] } && only == place),
        };
        if (settings.Sharing is { Places.Count: > 0 } some && !some.Places.Contains(place))
        {
            options.Add(new MenuOption("In this channel too", HereToo, IsNow: false));
        }

        return options;
    }

    private static List<MenuOption> CardPlaces(PlaceId? chosen, PlaceId place)
    {
        var options = new List<MenuOption>
        {
            new("What waits for moderators has no cards in a channel", Nowhere, chosen is null),
            new("Cards for moderators in this channel", Here, chosen == place),
        };
        if (chosen is { } other && other != place)
        {
            options.Add(new MenuOption("Cards for moderators in another channel, as it is", There, IsNow: true));
        }

        return options;
    }
}

/// <summary>What became of a choice. Closed.</summary>
public abstract record Settled
{
    private Settled() { }

    /// <summary>It is as it was asked.</summary>
    /// <param name="Warning">What is good to know besides, in sentences; empty for nothing.</param>
    public sealed record Done(string Warning) : Settled;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Why">In sentences.</param>
    public sealed record Refused(string Why) : Settled;
}
