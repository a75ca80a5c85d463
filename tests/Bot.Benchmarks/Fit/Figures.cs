using Bot.Benchmarks.Quality;

namespace Bot.Benchmarks.Fit;

/// <summary>A figure of articles that the weights have not seen, in percent.</summary>
/// <param name="Error">Its standard error, taking articles as drawn at random and the questions of one as hanging together.</param>
internal sealed record CheckedFigure(string Name, double Value, double Error);

/// <summary>What a fit comes to.</summary>
internal static class Figures
{
    /// <summary>So many of the answerable must be answered: 91, and about a standard error more.</summary>
    private const double LeastAnswered = 93;

    /// <summary>So many hundredths either way.</summary>
    private const int Beside = 5;

    /// <param name="learned">For each fold the weights learned without it.</param>
    public static IReadOnlyList<CheckedFigure> Of(RankingFit fit, List<WeighedExample> lists, double[][] learned)
    {
        var figures = new List<CheckedFigure>();
        foreach (var sheet in lists.GroupBy(list => Name(list.Example)))
        {
            var places = sheet.Select(list => (list.Example.Article, Place: Place(fit, list.Example, learned[list.Fold]))).ToList();
            figures.Add(Mean($"{sheet.Key} hit@1", places.Select(place => (place.Article, place.Place == 0))));
            figures.Add(Mean($"{sheet.Key} hit@3", places.Select(place => (place.Article, place.Place < 3))));
        }

        return figures;
    }

    /// <summary>At the threshold that tells best together with those beside it, so that no single lucky one is taken, and that answers enough.</summary>
    public static IReadOnlyList<CheckedFigure> Of(IEnumerable<(Top Top, double Chance)> tops)
    {
        var scored = tops.ToList();
        var steps = Enumerable.Range(10, 80).Select(step => At(scored, step / 100.0)).ToList();
        var best = Enumerable
            .Range(Beside, steps.Count - (2 * Beside))
            .Where(at => steps[at][2].Value >= LeastAnswered && steps[at][5].Value >= LeastAnswered)
            .Select(at => (At: at, Mean: steps.Slice(at - Beside, (2 * Beside) + 1).Average(step => step[1].Value + step[4].Value)))
            .MaxBy(step => step.Mean);
        return steps[best.At];
    }

    private static string Name(Example example) =>
        example.Sheet is not Sheet.Corpus ? example.Sheet
        : example.Article.StartsWith("wikinews", StringComparison.Ordinal) ? "wikinews corpus"
        : "xquad corpus";

    private static int Place(RankingFit fit, Example example, double[] weights)
    {
        var place = Array.FindIndex(fit.Order(example, weights), row => example.Right[row]);
        return place < 0 ? int.MaxValue : place;
    }

    private static List<CheckedFigure> At(List<(Top Top, double Chance)> tops, double threshold)
    {
        CheckedFigure Right(string name, bool news, params Tier[] tiers) =>
            Mean(
                name,
                tops.Where(top => top.Top.News == news && tiers.Contains(top.Top.Tier))
                    .Select(top => (top.Top.Article, top.Chance >= threshold == top.Top.Answerable))
            );
        CheckedFigure Both(string name, CheckedFigure one, CheckedFigure other) =>
            new(name, (one.Value + other.Value) / 2, Math.Sqrt((one.Error * one.Error) + (other.Error * other.Error)) / 2);
        var (topic, others) = (Right("topic answered", false, Tier.Answerable), Right("topic refused", false, Tier.Sibling, Tier.Far));
        var (news, gone) = (Right("news answered", true, Tier.Answerable), Right("news refused", true, Tier.Removed, Tier.Far));
        return
        [
            new("threshold", threshold, 0),
            Both("topic balanced accuracy", topic, others),
            topic,
            others,
            Both("news removed+far balanced accuracy", news, gone),
            news,
            gone,
            Both("near balanced accuracy", topic, Right("near refused", false, Tier.Near)),
        ];
    }

    /// <summary>Articles count by their questions; the error is that of a mean of clusters.</summary>
    private static CheckedFigure Mean(string name, IEnumerable<(string Article, bool Right)> outcomes)
    {
        var articles = outcomes
            .GroupBy(outcome => outcome.Article)
            .Select(article => (Count: article.Count(), Right: article.Count(outcome => outcome.Right)))
            .ToList();
        var (count, mean) = ((double)articles.Sum(article => article.Count), 0.0);
        mean = articles.Sum(article => article.Right) / count;
        var spread = articles.Sum(article => Math.Pow(article.Right - (mean * article.Count), 2)) * articles.Count / (articles.Count - 1.0);
        return new CheckedFigure(name, 100 * mean, 100 * Math.Sqrt(spread) / count);
    }
}
