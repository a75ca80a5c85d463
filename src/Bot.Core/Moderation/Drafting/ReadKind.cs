using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Drafting;

/// <summary>What sort of statement it is, by the concepts of its words. An account is none of these: it takes the other side's beside it, and stands in files.</summary>
internal static partial class ReadKind
{
    public static ProposedFact Apply(ProposedFact fact, StorySnapshot story)
    {
        var figure = FigureIn(fact.Sheet.Sentence);
        if (fact.Sheet.Kind is { } settled)
        {
            return settled switch
            {
                FactKind.Account => fact.Lacks(DraftWords.AccountsComeInPairs),
                FactKind.Figure when figure is null => fact.Lacks(DraftWords.NoFigure),
                _ => fact with { Kind = settled, Figure = settled == FactKind.Figure ? figure : null },
            };
        }

        var read = fact.Read;
        var kind =
            read.Means("decline") ? FactKind.NonAnswer
            : read.Means("praise") || read.Means("criticise") || read.Means("deny") ? FactKind.Response
            : read.Means("suspend") ? FactKind.Suspension
            : read.Means("continue") ? FactKind.Exemption
            : read.Future ? FactKind.Outlook
            : figure is not null && read.Dates.Count == 0 ? FactKind.Figure
            : fact.Actors.Count > 0 && IsOwn(fact) ? FactKind.Act
            : FactKind.Claim;
        return (fact with { Kind = kind, Figure = kind == FactKind.Figure ? figure : null }).Doubt(DraftField.Kind);
    }

    /// <summary>Whether whoever says it says it of himself.</summary>
    public static bool IsOwn(ProposedFact fact) =>
        fact.Speaker is GivenSpeaker.Known known && fact.Actors.Any(actor => actor.Id == known.Entity.Id);

    /// <summary>A number with what is counted: "over 300 people". A day of a month is none.</summary>
    private static Figure? FigureIn(string sentence) =>
        Number().Matches(sentence).FirstOrDefault(found => !IsMonth(found.Groups["unit"].Value)) is { } number
            ? new Figure(
                $"{number.Groups["value"].Value}{number.Groups["scale"].Value}",
                number.Groups["unit"].Value,
                number.Groups["bound"] is { Success: true, Value: var bound } ? bound.ToLowerInvariant() : null
            )
            : null;

    private static bool IsMonth(string word) =>
        DateTimeFormatInfo.InvariantInfo.MonthNames.Contains(word, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"(?:\b(?<bound>over|under|about|around|nearly|almost|at least|at most|up to|more than|fewer than|less than)\s+)?\b(?<value>\d[\d,.]*\d|\d)(?<scale>\s(?:thousand|million|billion))?\s(?<unit>\p{Ll}{3,}|%|percent)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();
}
