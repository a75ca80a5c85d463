using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Settings;

/// <summary>The menus below <c>/settings</c>, for whoever may manage the server: what is chosen now stands in each.</summary>
internal static class SettingsMenus
{
    public const string Story = "1:set:story";
    public const string Sharing = "1:set:sharing";

    public const string Everywhere = "everywhere";
    public const string Nowhere = "nowhere";

    /// <summary>In this channel alone.</summary>
    public const string Here = "here";

    /// <summary>In this channel too.</summary>
    public const string HereToo = "here-too";

    /// <param name="channel">Where it is shown.</param>
    /// <param name="followed">The story that is followed now.</param>
    /// <param name="stories">Those that can be followed, in order.</param>
    public static IReadOnlyList<ActionRow> Of(
        CommunitySettings settings,
        PlaceId channel,
        StorySnapshot followed,
        IEnumerable<StorySnapshot> stories
    ) =>
        [
            new ActionRow([
                new StringSelect(
                    Story,
                    "The story that is followed here",
                    [
                        .. stories
                            .OrderByDescending(story => story.Story.Slug == followed.Story.Slug)
                            .Take(Limits.Choices)
                            .Select(story => new SelectOption(
                                Label(story.Story.Title),
                                story.Story.Slug.Value,
                                story.Story.Slug == followed.Story.Slug
                            )),
                    ]
                ),
            ]),
            new ActionRow([new StringSelect(Sharing, "Where answers may be shared", Places(settings, channel))]),
        ];

    private static List<SelectOption> Places(CommunitySettings settings, PlaceId channel)
    {
        var options = new List<SelectOption>
        {
            new("Answers may be shared in every channel", Everywhere, settings.Sharing is null),
            new("Answers may be shared nowhere", Nowhere, settings.Sharing is { Places: [] }),
            new("Only in this channel", Here, settings.Sharing is { Places: [var only] } && only == channel),
        };
        if (settings.Sharing is { Places.Count: > 0 } some && !some.Places.Contains(channel))
        {
            options.Add(new SelectOption("In this channel too", HereToo, Default: false));
        }

        return options;
    }

    private static string Label(string title) => Core.Conversation.Cutting.Shorten(DiscordText.Plain(title), Limits.Choice);
}
