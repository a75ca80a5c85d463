using System.Text.RegularExpressions;

namespace Bot.Core.Questions.Ranking;

/// <summary>The words by which a sentence of English tells when, why or how much. Where a sentence has none of them, it does not tell.</summary>
internal static partial class TellingWords
{
    /// <summary>When something was, is or will be.</summary>
    public static bool OfTime(string sentence) => Times().IsMatch(sentence);

    /// <summary>Why; an aim is a cause too.</summary>
    public static bool OfCause(string sentence) => Causes().IsMatch(NoCauses().Replace(sentence, ""));

    /// <summary>How much of anything.</summary>
    public static bool OfAmount(string sentence) => Amounts().IsMatch(sentence);

    /// <summary>What part of a whole.</summary>
    public static bool OfShare(string sentence) => Shares().IsMatch(sentence);

    /// <summary>Who stands at the head of something.</summary>
    public static bool OfOffice(string sentence) => Offices().IsMatch(sentence);

    /// <summary>How much money.</summary>
    public static bool OfMoney(string sentence) => Money().IsMatch(sentence);

    [GeneratedRegex(
        @"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tomorrow|tonight|now|soon|ago|years?|months?|weeks?|weekends?|days?|decades?|century|centuries|hours?|minutes?|seconds?|morning|afternoon|evening|night|overnight|noon|midnight|dawn|dusk|spring|summer|autumn|winter|fall|early|late|later|earlier|recently|previously|after|before|during|until|till|since|when|while|once|upon|following|prior|time|era|age|period|shortly|immediately|first|last|next|then|moment|start|end|beginning|anniversary|season|date|birth|death|war|reign|past|ancient|easter|christmas|new year|eve|ramadan|fortnight|lunchtime|sunrise|sunset)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Times();

    [GeneratedRegex(
        @"\b(?i:because|since|due|owing|results?|result(?:ed|ing)|so|reasons?|caus(?:e[sd]?|ing)|leads?|led|leading|prompt\w*|blam\w+|cit(?:ed|ing|es)|fear\w*|therefore|thus|hence|why|lest|after|amid|for|as|grounds?|thanks|purpose|explain\w*|aim\w*|concern\w*|protest\w*|given|following|suspicion|accused|charged|response|wake|(?<!(?:t[ao]k\w+|hand\w*|turn\w*|all) )over (?:the|an?|his|her|its|their|alleged|claims)|of (?:burns|injur\w+|wounds)|died of|died from)\b|\b[Tt]o (?!(?:the|an?|his|her|their|its|this|that|these|those|be)\b)[a-z]+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Causes();

    /// <summary>"Declined to say" gives no cause, nor does "for two hours" or "as early as March".</summary>
    [GeneratedRegex(
        @"\b(?:declin\w+|refus\w+|agree[ds]?|continu\w+|fail\w*|expect\w*|likely|able|began|begin|start\w*|want\w*|promis\w+|ask\w*|told|called on|urg\w+|order\w+|schedul\w+|had|have|has|going|used|according) to\b|\bfor (?:(?:(?:nearly|almost|about|over|more than) )?(?:[\d.,]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some) (?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?)|example|instance)\b|\bas (?:\w+ as|an? \w+|such|yet)\b|\bsuch as\b|\bover (?:the|an?) (?:past|last|next|weekend|years?|months?|weeks?|course)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NoCauses();

    [GeneratedRegex(
        @"\d|\p{Sc}|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|all|more|most|less|little|enough|nothing|free|much|full|total|doubl\w+|tripl\w+|halv\w+|\w+fold|twice|weeks?|months?|days?|hours?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Amounts();

    [GeneratedRegex(
        @"\p{Sc}|%|\b(?:USD|EUR|GBP|CHF|kr)\b|\b\w+[ -](?:\w+ )?(?:dollars?|euros?|pounds?|francs?|crowns?|kron\w+|yen|yuan|rubles?|roubles?|rupees?|cents?|pence|marks?|pesos?|reals?|lira|shekels?)\b|(?<![\d.,])\d[\d.,]*(?:m|k|bn|mn|p)\b|\b(?:millions?|billions?|trillions?|nothing|free|bankrupt\w*|half|third|quarter)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Money();

    [GeneratedRegex(
        @"%|\b(?:per ?cent|percent\w*|halves|half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|majority|most|all|none|minority|entire\w*|outright|whole|wholly|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:in|out of) (?:every )?\w+)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Shares();

    [GeneratedRegex(
        @"\b(?:heads?|headed|heading|boss\w*|chiefs?|leads?|led|leader\w*|presiden\w*|chair\w*|ceo|director\w*|manag\w*|executive|own\w*|founde\w*|runs?|ran|under|by|king|queen|emperor|minister|governor|mayor|rul\w*|reign\w*|command\w*|secretary|commissioner|dean|principal|captain)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Offices();
}
