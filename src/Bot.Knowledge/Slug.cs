using System.Globalization;
using System.Text;

namespace Bot.Knowledge;

/// <summary>How names become names of folders and stories.</summary>
public static class Slug
{
    private const int Longest = 80;

    /// <summary>A name as a slug, accents taken off: <c>Café de Paris</c> gives <c>cafe-de-paris</c>; null when no letter or digit is left.</summary>
    public static string? From(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString(0, Math.Min(slug.Length, Longest)).TrimEnd('-');
        return trimmed.Length == 0 ? null : trimmed;
    }
}
