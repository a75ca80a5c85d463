using System.Text.RegularExpressions;
using Bot.Core.Facts;

namespace Bot.Core.Corrections;

/// <summary>How much a change of a fact matters to those who have read it.</summary>
public enum Tier
{
    /// <summary>Nothing that a post shows.</summary>
    None,

    /// <summary>The same in other words: the post is edited, and its foot says so.</summary>
    Wording,

    /// <summary>A number, a date, a name, who says it, a quote: the post is edited, and the next digest has a line.</summary>
    Detail,

    /// <summary>How it stands, or whether it is so at all: the post is edited, a note stands below it, and the next digest begins with it.</summary>
    Substance,
}

/// <summary>The floor that the machine sets; a moderator may raise it, never lower it.</summary>
public static partial class Tiers
{
    /// <summary>Between two states of a fact, as a reader meets them.</summary>
    public static Tier Between(Fact before, Fact after) =>
        FactContent.Differences(before, after).Select(Of).DefaultIfEmpty(Tier.None).Max();

    /// <summary>Of one field of a fact.</summary>
    public static Tier Of(FieldChange field) =>
        field.Name switch
        {
            "kind" or "status" or "stance" or "ended" => Tier.Substance,
            "says" or "action" => OfWords(field.Before, field.After),
            "actor" or "object" or "speaker" or "on" or "on-basis" or "said-on" or "said-on-basis" or "figure" or "quote" => Tier.Detail,
            "where" or "scope" or "sources" or "disputed" => Tier.Detail,
            "holds" or "rests-on" => Tier.Wording,

            // What it is called and linked to, how it is asked about, when it was known and looked at again.
            _ => Tier.None,
        };

    /// <summary>Whether only the words are other ones. What the machine cannot tell apart from a reworded sentence, a moderator raises.</summary>
    private static Tier OfWords(string before, string after) =>
        Negation().Count(before) != Negation().Count(after) ? Tier.Substance
        : !Telling(before).SetEquals(Telling(after)) ? Tier.Detail
        : Tier.Wording;

    /// <summary>Numbers, and names as far as capitals tell; the first word of a sentence has one in any case.</summary>
    private static HashSet<string> Telling(string text) =>
        [.. Numbers().Matches(text).Concat(Capitals().Matches(text)).Select(word => word.Value)];

    [GeneratedRegex(
        @"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['\u2019]t\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Negation();

    [GeneratedRegex(@"\d[\d.,:]*\d|\d", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<=[^\s.!?]\s)\p{Lu}[\p{L}\p{Nd}\u2019'-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();
}
