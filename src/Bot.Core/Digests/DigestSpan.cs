using System.Globalization;

namespace Bot.Core.Digests;

/// <summary>Of what a digest tells, so that it stays one when it is corrected.</summary>
/// <param name="Local">Its time by the clocks of its zone, to the minute.</param>
/// <param name="After">The position of the journal up to which its readers had been told before.</param>
/// <param name="UpTo">The position up to which it tells.</param>
public sealed record DigestSpan(DigestKind Kind, DateTime Local, long After, long UpTo)
{
    /// <summary>"Changes 2026-06-01T09:00 12 45".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {SlotKey.TextOf(Local)} {After} {UpTo}");

    /// <param name="text">What <see cref="ToString"/> made.</param>
    public static DigestSpan Of(string text)
    {
        var words = text.Split(' ');
        return new DigestSpan(
            Enum.Parse<DigestKind>(words[0]),
            SlotKey.LocalOf(words[1]),
            long.Parse(words[2], CultureInfo.InvariantCulture),
            long.Parse(words[3], CultureInfo.InvariantCulture)
        );
    }
}
