using System.Globalization;
using Bot.Core.Digests;

namespace Bot.Core.Conversation;

/// <summary>How much is shown of a fact. What it says, who says it, how it stands, when and from where are in all three.</summary>
public enum Detail
{
    /// <summary>With quote, scope and the sentence it rests on.</summary>
    Full,

    /// <summary>Without the sentence.</summary>
    Brief,

    /// <summary>Without quote and scope either.</summary>
    Bare,
}

/// <summary>The parts of a reply that a place has room for.</summary>
/// <param name="Parts">From the first on.</param>
/// <param name="LeftOut">How many parts there was no room for: it is said.</param>
public sealed record Cut(IReadOnlyList<Part> Parts, Detail Detail, int LeftOut)
{
    /// <summary>The note on what there was no room for, with the command that shows it; null where all is there.</summary>
    public More? Rest(Reply reply) => LeftOut > 0 ? new More(LeftOut, (reply as Digest)?.All) : null;
}

/// <summary>Cuts replies to the room a platform has. Detail goes first, then parts from the end; never a speaker, a status or a source.</summary>
public static class Cutting
{
    private const string Ellipsis = "\u2026";

    /// <summary>So many parts are tried whole at once.</summary>
    private const int Few = 16;

    /// <param name="fits">Whether some parts have room at some detail, beside a note on how many were left out.</param>
    public static Cut Fit(IReadOnlyList<Part> parts, Func<Cut, bool> fits)
    {
        // Most replies have room as they are.
        var all = new Cut(parts, Detail.Full, LeftOut: 0);
        if (parts.Count <= Few && fits(all))
        {
            return all;
        }

        // A long list is not tried whole: where twice as many as fit do not, no more do.
        var (least, most) = (0, 1);
        while (most < parts.Count && fits(new Cut([.. parts.Take(most)], Detail.Bare, LeftOut: 0)))
        {
            (least, most) = (most, most * 2);
        }

        if (most >= parts.Count)
        {
            foreach (var detail in Enum.GetValues<Detail>())
            {
                var whole = new Cut(parts, detail, LeftOut: 0);
                if (fits(whole))
                {
                    return whole;
                }
            }
        }

        (least, most) = (0, Math.Min(most, parts.Count) - 1);
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            (least, most) = fits(First(parts, middle)) ? (middle, most) : (least, middle - 1);
        }

        return First(parts, Math.Max(least, 0));
    }

    /// <summary>A text of so many UTF-16 code units at most, cut between two characters as people see them, with a mark that it was.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most - Ellipsis.Length)
        {
            end = next;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>The same of a text that takes other room when it is shown: as much of it as has room then.</summary>
    /// <param name="shown">As it is shown; a longer text is not shown in less room.</param>
    public static string Shorten(string text, int most, Func<string, string> shown)
    {
        if (shown(text) is { } whole && whole.Length <= most)
        {
            return whole;
        }

        var (least, beyond) = (0, Math.Min(text.Length, most + 1));
        while (beyond - least > 1)
        {
            var middle = (least + beyond) / 2;
            (least, beyond) = shown(Shorten(text, middle)).Length <= most ? (middle, beyond) : (least, middle);
        }

        return shown(Shorten(text, least));
    }

    /// <summary>A heading or the like at the end would head nothing.</summary>
    private static Cut First(IReadOnlyList<Part> parts, int count)
    {
        var kept = parts.Take(count).ToList();
        while (kept is [.., Heading])
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return new Cut(kept, Detail.Bare, parts.Skip(kept.Count).Sum(part => part is More more ? more.Count : 1));
    }
}
