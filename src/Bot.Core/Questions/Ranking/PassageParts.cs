using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>What speaks for one sentence, taken apart for whoever asks why.</summary>
/// <param name="Credits">How much of each term of the question it holds, 0..1.</param>
/// <param name="Features">What each feature adds to its score.</param>
internal sealed record PassageParts(IReadOnlyList<float> Credits, IReadOnlyList<(string Name, float Part)> Features)
{
    public static PassageParts Of(Question question, StoryIndex index, int number)
    {
        var view = new PassageView(question, index);
        view.MoveTo(number);
        return new PassageParts(
            [.. view.Here],
            [.. PassageFeatures.All.Select(feature => (feature.Name, feature.Weight * feature.Measure(view)))]
        );
    }
}
