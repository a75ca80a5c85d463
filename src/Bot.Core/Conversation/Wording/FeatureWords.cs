using System.Text.RegularExpressions;

namespace Bot.Core.Conversation.Wording;

/// <summary>What speaks for a sentence, by the name of the feature.</summary>
internal static partial class FeatureWords
{
    public static string Of(string feature) =>
        feature switch
        {
            "CoverLocal" => "it has words of the question that few sentences here have",
            "CoverEnglish" => "it has words of the question that are rare in English",
            "Exact" => "it has them in the question\u2019s own words",
            "Density" => "little else stands in it",
            "Run" => "it has a stretch of the question word for word",
            "Little" => "it has the question\u2019s little words too",
            "After" => "the sentence after it has more of the question",
            "Paragraph" => "its paragraph has more of the question",
            "Leaning" => "it begins with a word that stands for something just named",
            "Title" => "the title of its document has more of the question",
            "Typed" or "TypedLocal" or "TypedCount" => "it has words of the question just as they were typed",
            "Before" or "TypedBefore" => "the sentence before it has more of the question",
            "InOrder" => "it has them in the question\u2019s order",
            "Which" => "it tells which, beside the noun that was asked for",
            "FullName" => "it gives more of a name in the question",
            "FirstName" => "it gives a first name, as was asked for",
            "Reason" => "it gives a reason, as was asked for",
            "HasDate" => "it has a date, as was asked for",
            "HasNumber" => "it has a number, as was asked for",
            _ => Capitals().Replace(feature, " $0").Trim().ToLowerInvariant(),
        };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capitals();
}
