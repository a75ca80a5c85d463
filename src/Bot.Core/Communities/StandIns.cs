using System.Globalization;

namespace Bot.Core.Communities;

/// <summary>Who stands in for a second moderator who is away, by their keys, and until when: afterwards it is as if nobody did.</summary>
public readonly record struct StandIns
{
    /// <summary>The most people who do at once.</summary>
    public const int Most = 10;

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private readonly string text;

    private StandIns(string text) => this.text = text;

    /// <param name="people">Nobody: null.</param>
    /// <param name="until">To the second.</param>
    public static StandIns? Of(IEnumerable<PersonKey> people, DateTimeOffset until) =>
        string.Join(' ', people.Select(key => key.Value).Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } keys
            ? new StandIns($"{until.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)} {keys}")
            : null;

    /// <summary>As <see cref="ToString"/> writes them; null for a text that is none.</summary>
    public static StandIns? TryParse(string text) =>
        text.Split(' ') is [var end, .. var keys]
        && DateTimeOffset.TryParseExact(end, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
        && Of(keys.Select(key => new PersonKey(key)), until) is { } named
        && named.text == text
            ? named
            : null;

    public IReadOnlyList<PersonKey> People => text is null ? [] : [.. text.Split(' ').Skip(1).Select(key => new PersonKey(key))];

    public DateTimeOffset Until =>
        text is null
            ? DateTimeOffset.MinValue
            : DateTimeOffset.ParseExact(text.Split(' ')[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public bool IsOver(DateTimeOffset now) => Until <= now;

    public override string ToString() => text ?? "";
}
