using Bot.Core.Delivery;

namespace Bot.Core.Communities;

/// <summary>Where private answers may be shared with everybody: in some channels, or nowhere.</summary>
public readonly record struct SharingPlaces
{
    private const string None = "nowhere";
    private readonly string text;

    private SharingPlaces(string text) => this.text = text;

    public static SharingPlaces Nowhere { get; } = new(None);

    /// <param name="places">Ids without a space in them; none: nowhere.</param>
    public static SharingPlaces In(IEnumerable<PlaceId> places) =>
        string.Join(' ', places.Select(place => place.Value).Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } ids
            ? new SharingPlaces(ids)
            : Nowhere;

    /// <summary>As <see cref="ToString"/> writes them; null for a text that is none.</summary>
    public static SharingPlaces? TryParse(string text) =>
        text == None ? Nowhere
        : text.Length > 0 && In(text.Split(' ').Select(id => new PlaceId(id))) is var places && places.text == text ? places
        : null;

    public IReadOnlyList<PlaceId> Places => text is null or None ? [] : [.. text.Split(' ').Select(id => new PlaceId(id))];

    public override string ToString() => text ?? None;
}
