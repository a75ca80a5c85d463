using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Gaps;

/// <summary>Which units answer "how long", "how old", "how wide": a number of another sort does not.</summary>
internal static partial class Measures
{
    /// <summary>Whether the question asks for a measure.</summary>
    public static bool Asked(Question question) => UnitsOf(question) is not null;

    /// <summary>False when the question asks for a measure and the fact holds no unit of that sort.</summary>
    public static bool Fit(Question question, Fact fact) =>
        Fit(question, fact.Says) || (fact.Figure is { } figure && Fit(question, figure.Unit));

    /// <summary>The same for a text.</summary>
    public static bool Fit(Question question, string text) => UnitsOf(question)?.IsMatch(text) ?? true;

    /// <summary>A text without its measures, where "how many" asks for a count of something else than such units.</summary>
    public static string Without(Question question, string text)
    {
        var many = question.First(word => word == "many");
        return many < 0 || question.Words.Skip(many + 1).Take(3).Any(word => Measured().IsMatch($"1 {word.Normal}"))
            ? text
            : Measured().Replace(text, "");
    }

    private static Regex? UnitsOf(Question question)
    {
        var words = question.Words;
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at].Normal != "how")
            {
                continue;
            }

            if (UnitsOf(words[at + 1].Normal) is { } units)
            {
                return units;
            }

            if (words[at + 1].Normal == "many" && at + 2 < words.Count && OfTime().IsMatch(words[at + 2].Normal))
            {
                return TimeOrLength();
            }
        }

        return null;
    }

    private static Regex? UnitsOf(string adjective) =>
        adjective switch
        {
            "long" => TimeOrLength(),
            "soon" or "late" or "early" => Moment(),
            "old" or "young" => Age(),
            "far" or "high" => DistanceOrShare(),
            "wide" or "deep" => Distance(),
            "tall" or "thick" => Height(),
            "heavy" => Weight(),
            "fast" or "quick" => Speed(),
            "hot" or "cold" or "warm" => Degrees(),
            _ => null,
        };

    [GeneratedRegex(@"^(?:seconds|minutes|hours|days|weeks|months|years|decades)$", RegexOptions.CultureInvariant)]
    private static partial Regex OfTime();

    [GeneratedRegex(
        @"\b[\w.,]+[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|per ?cent|percent|%|degrees?)\b(?:-olds?)?|\b[\d.,]+%",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Measured();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|centuries|century|since|until|till|mm|cm|km|m|kilomet\w+|miles?|met(?:re|er)s?|feet|foot|ft|inch(?:es)?|yards?|pages?|words|chapters|volumes)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TimeOrLength();

    /// <summary>A time of day, a date or a stretch of time.</summary>
    [GeneratedRegex(
        @"\d|\b(?:once|immediately|hours?|minutes?|seconds?|days?|weeks?|months?|years?|morning|afternoon|evening|night|noon|midnight|dawn|dusk|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|yesterday)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Moment();

    [GeneratedRegex(
        @"\b(?:aged?|olds?|born)\b|, \d{1,3},|\b(?:was|is|turned|at) \d{1,3}\b(?![.:]\d)|\(\d{1,3}\)|\b(?:built|founded|made|opened|laid|set up|since|from|of|dat\w+)(?: back)?(?: to)?(?: in)?(?: \w+)? (?:1[5-9]|20)\d\d\b|\bteen\w*|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Age();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:mm|cm|km|m|millimet\w+|centimet\w+|kilomet\w+|met(?:re|er)s?|inch(?:es)?|feet|foot|yards?|miles?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Distance();

    /// <summary>Nothing is kilometres tall.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z])(?:cm|m|centimet\w+|met(?:re|er)s?|inch(?:es)?|feet|foot|ft|yards?|stor(?:e?ys?|ies))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Height();

    /// <summary>"How far did they fall", "how high is the fine".</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z])(?:cm|km|m|kilomet\w+|met(?:re|er)s?|feet|foot|yards?|miles?|per ?cent|points?|pounds?|euros?|dollars?|francs?|kronor|kroner|yen)\b|[%$€£¥]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DistanceOrShare();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:g|kg|grams?|kilos?|kilograms?|tonnes?|tons?|pounds?|stone)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Weight();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:m\.?p\.?h|km/h|kph|knots?|pace|speed)\b|\b(?:miles|kilomet\w+) (?:an|per) hour\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Speed();

    [GeneratedRegex(@"\b(?:degrees?|celsius|fahrenheit)\b|°", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Degrees();
}
