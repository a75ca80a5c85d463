using Bot.Core.Delivery;

namespace Bot.Core.Digests;

/// <summary>Which of a community's digests a command is about: those that it names, else those of the channel, else the only ones.</summary>
internal static class WhichDigest
{
    /// <summary>Null where that cannot be told.</summary>
    /// <param name="which">How the name begins; null or empty where none was typed.</param>
    /// <param name="place">Where it was asked.</param>
    public static Schedule? Meant(string? which, IReadOnlyList<Schedule> all, PlaceId? place) =>
        which is { Length: > 0 }
            ? all.Where(known => known.Id.Value.StartsWith(which.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var named]
                ? named
                : null
            : At(place, all) ?? (all is [var only] ? only : null);

    /// <summary>Where digests are to be set up or changed; null where that cannot be told.</summary>
    public static PlaceId? Target(string? which, IReadOnlyList<Schedule> all, PlaceId? place) =>
        which is { Length: > 0 } || place is null ? Meant(which, all, place)?.Place : place;

    /// <summary>Why there is no target.</summary>
    public static string Nowhere(string? which, IReadOnlyList<Schedule> all) =>
        which is null && all.Count == 0 ? DigestWords.NeedsChannel : DigestWords.WhichOne(all, which);

    /// <summary>Those that come in a channel; null for none.</summary>
    public static Schedule? At(PlaceId? place, IReadOnlyList<Schedule> all) => all.FirstOrDefault(known => known.Place == place);
}
