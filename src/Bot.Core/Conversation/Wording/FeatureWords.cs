using System.Diagnostics;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Conversation.Wording;

/// <summary>What speaks for a sentence, by the name of the feature.</summary>
internal static class FeatureWords
{
    public static string Of(string feature) =>
        feature switch
        {
            nameof(PassageWeights.CoverLocal) => "it has words of the question that few sentences here have",
            nameof(PassageWeights.CoverEnglish) => "it has words of the question that are rare in English",
            nameof(PassageWeights.Density) => "little else stands in it",
            nameof(PassageWeights.Little) => "it has the question\u2019s little words too",
            nameof(PassageWeights.After) => "the sentence after it has more of the question",
            nameof(PassageWeights.Paragraph) => "its paragraph has more of the question",
            nameof(PassageWeights.Title) => "the title of its document has more of the question",
            nameof(PassageWeights.Typed) or nameof(PassageWeights.TypedCount) => "it has words of the question just as they were typed",
            nameof(PassageWeights.Before) or nameof(PassageWeights.TypedBefore) => "the sentence before it has more of the question",
            nameof(PassageWeights.InOrder) => "it has them in the question\u2019s order",
            nameof(PassageWeights.Meant) => "it speaks of somebody or something in the question without the name",
            nameof(PassageWeights.Which) => "it tells which, beside the noun that was asked for",
            nameof(PassageWeights.FullName) => "it gives more of a name in the question",
            nameof(PassageWeights.HasDate) => "it has a date, as was asked for",
            nameof(PassageWeights.HasNumber) => "it has a number, as was asked for",
            nameof(PassageWeights.Short) => "it is a line of few words",
            _ => throw new UnreachableException(),
        };
}
