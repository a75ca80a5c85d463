using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Communities;

/// <summary>How a community has set Dateline up. What it did not choose is left at the default.</summary>
public sealed record CommunitySettings
{
    /// <summary>A community that has chosen nothing.</summary>
    public static CommunitySettings Default { get; } = new();

    /// <summary>The story it follows; null: the default one of the service.</summary>
    public StorySlug? Story { get; init; }

    /// <summary>Where private answers may be shared; null: everywhere.</summary>
    public SharingPlaces? Sharing { get; init; }

    /// <summary>Who was chosen to moderate facts, beside those who manage the community; null: whom the platform itself lets moderate.</summary>
    public ModeratorRoles? Moderators { get; init; }

    /// <summary>Whether grave acts wait for a second moderator; null: as the service has it.</summary>
    public bool? SecondModerator { get; init; }

    /// <summary>Who stands in for a second moderator who is away, or did when the settings were last written; null: nobody.</summary>
    public StandIns? StandIns { get; init; }

    /// <summary>The moderators' channel, where each thing that waits has a card; null: there is none.</summary>
    public PlaceId? Cards { get; init; }

    public bool MayShareIn(PlaceId place) => Sharing is not { } only || only.Places.Contains(place);
}
