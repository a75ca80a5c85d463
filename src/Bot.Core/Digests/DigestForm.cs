using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Facts;

namespace Bot.Core.Digests;

/// <summary>The form on which digests are set up. Its fields are the options of the command, and read as these are.</summary>
internal static class DigestForm
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>By its key, how long what is filled in may be: together so long that it has room in a button, see <see cref="ButtonIds.Plan"/>.</summary>
    public static IReadOnlyList<(string Key, int Most)> Fields { get; } =
    [(TimingReader.Days, 26), (TimingReader.At, 6), (TimingReader.InZone, 32), (TimingReader.Quiet, 13), (TimingReader.Corrections, 3)];

    /// <param name="timing">What holds now, or would be usual.</param>
    /// <param name="typed">What was filled in before, in its place; null for nothing.</param>
    public static Form Of(string id, Timing timing, IReadOnlyDictionary<string, string>? typed)
    {
        var before = Values(timing);
        return new Form(
            DigestWords.FormTitle,
            Line(TimingReader.Days, DigestWords.FormDays) with
            {
                Hint = DigestWords.FormDaysHint,
            },
            Line(TimingReader.At, DigestWords.FormAt) with
            {
                Hint = DigestWords.FormAtHint,
            },
            Line(TimingReader.InZone, DigestWords.FormZone) with
            {
                Hint = DigestWords.FormZoneHint,
                IsRequired = false,
            },
            Line(TimingReader.Quiet, DigestWords.FormQuiet) with
            {
                Hint = DigestWords.FormQuietHint,
                IsRequired = false,
            },
            new FormField.Choice(
                TimingReader.Corrections,
                DigestWords.FormCorrections,
                [new FormOption(DigestWords.FormCorrectionsNo, No), new FormOption(DigestWords.FormCorrectionsYes, Yes)]
            )
            {
                Value = Value(TimingReader.Corrections) == Yes ? Yes : No,
            }
        )
        {
            Id = id,
            Headline = DigestWords.FormHeadline,
        };

        FormField.OneLine Line(string key, string label) =>
            new(key, label) { Value = Value(key), Most = Fields.Single(field => field.Key == key).Most };

        string? Value(string key) => typed is null ? before.GetValueOrDefault(key) : typed.GetValueOrDefault(key);
    }

    /// <summary>Stands for what is set up somewhere, so that it is seen when that is other by then.</summary>
    /// <param name="schedule">Null: nothing is.</param>
    public static string Seen(Schedule? schedule) => Handles.Of($"digest {schedule?.Timing}");

    private static Dictionary<string, string> Values(Timing timing) =>
        new(StringComparer.Ordinal)
        {
            [TimingReader.Days] = TimingText.Of(timing.Days),
            [TimingReader.At] = timing.At is { } at ? TimingText.Of(at) : Timing.Hourly,
            [TimingReader.InZone] = timing.Zone,
            [TimingReader.Quiet] = timing.Quiet?.ToString() ?? "",
            [TimingReader.Corrections] = timing.AfterCorrections ? Yes : No,
        };
}
