using System.Text.RegularExpressions;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Reads the scope of a fact, in which whoever curates it says what the source leaves out: "Who carried out the review, when and how is not given."
/// </summary>
internal static partial class Scopes
{
    /// <summary>The sentences of a scope that say what is not given.</summary>
    public static IEnumerable<string> NotGiven(string? scope) =>
        scope is null
            ? []
            : Sentence().Matches(scope).Select(match => match.Value.Trim()).Where(sentence => Negation().IsMatch(sentence)).Select(Whole);

    /// <summary>A clause after a semicolon stands as a sentence of its own.</summary>
    private static string Whole(string clause) => $"{char.ToUpperInvariant(clause[0])}{clause[1..].TrimEnd('.', ';')}.";

    /// <summary>The sorts of thing that such a sentence speaks of.</summary>
    public static IReadOnlySet<Slot> Slots(string sentence)
    {
        var slots = new HashSet<Slot>();
        foreach (System.Text.RegularExpressions.Match match in Sort().Matches(sentence))
        {
            slots.Add(
                match.Value.ToLowerInvariant() switch
                {
                    "who" or "whom" or "named" or "name" or "names" => Slot.Name,
                    "when" or "day" or "date" or "dates" or "since when" => Slot.Date,
                    "where" or "place" or "places" => Slot.Place,
                    "why" or "cause" or "reason" => Slot.Cause,
                    "how" => Slot.Manner,
                    _ => Slot.Number,
                }
            );
        }

        return slots;
    }

    [GeneratedRegex(@"[^.;]+(?:\.(?!\s|$)[^.;]*)*[.;]?", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\bnot (?:given|named|said|stated|spelled|known|recorded)\b|\b(?:does|do) not (?:say|name|give)\b|\bno (?:number|name|date|exact|split)\b|\b(?:gives|names) (?:it |them )?no\b|\bnot (?:in|read)\b|, not (?=[A-Z])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Negation();

    [GeneratedRegex(
        @"\b(?:who|whom|named?|names|when|day|dates?|where|places?|why|cause|reason|how (?:many|much|long|far)|how|numbers?|amount)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Sort();
}
