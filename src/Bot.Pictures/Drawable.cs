using System.Globalization;
using System.Text;

namespace Bot.Pictures;

/// <summary>Text as far as the shipped font can draw it, one character after the other from left to right.</summary>
internal static class Drawable
{
    /// <summary>Stands for a stretch of letters that cannot be drawn, so that nobody takes the rest for the whole.</summary>
    public const string LeftOut = "[\u2026]";

    /// <summary>No sentence of a timeline is longer; what is, is cut before it costs time.</summary>
    private const int Longest = 1_200;

    public static string Of(string text)
    {
        var drawn = new StringBuilder();
        var leftOut = false;
        foreach (var rune in (text.Length > Longest ? text[..Longest] : text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                Space(drawn);
            }
            else if (rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !IsInvisible(rune) && !IsStray(rune, drawn))
            {
                leftOut = CanDraw(rune) ? Draw(drawn, rune) : LeaveOut(drawn, rune, leftOut);
            }
        }

        return drawn.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static bool Draw(StringBuilder drawn, Rune rune)
    {
        drawn.Append(rune);
        return false;
    }

    /// <summary>Letters and digits leave a trace, one for a whole stretch; pictographs and marks go without.</summary>
    private static bool LeaveOut(StringBuilder drawn, Rune rune, bool already)
    {
        if (!Rune.IsLetterOrDigit(rune) || already)
        {
            return already;
        }

        Space(drawn);
        drawn.Append(LeftOut).Append(' ');
        return true;
    }

    private static void Space(StringBuilder drawn)
    {
        if (drawn.Length > 0 && drawn[^1] != ' ')
        {
            drawn.Append(' ');
        }
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is (>= 0xFE00 and <= 0xFE0F) or >= 0xE0000;

    /// <summary>A mark whose letter was left out has nothing to stand on.</summary>
    private static bool IsStray(Rune rune, StringBuilder drawn) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && (drawn.Length == 0 || drawn[^1] == ' ');

    /// <summary>Scripts from right to left need shaping, which this picture does not do: unshaped they would be wrong, not just plain.</summary>
    private static bool CanDraw(Rune rune) => !IsRightToLeft(rune.Value) && PictureFonts.Has(rune.Value);

    private static bool IsRightToLeft(int value) =>
        value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFF)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
