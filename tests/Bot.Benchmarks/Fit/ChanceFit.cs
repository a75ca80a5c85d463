using Bot.Benchmarks.Quality;
using Bot.Core.Questions.Ranking;

namespace Bot.Benchmarks.Fit;

/// <summary>The first sentence of a question, by the features of its chance.</summary>
/// <param name="News">A news story, not an encyclopedia's passage.</param>
/// <param name="Features">Empty where no sentence was found.</param>
internal sealed record Top(bool News, string Article, Tier Tier, int Fold, double[] Features)
{
    public bool Answerable => Tier == Tier.Answerable;
}

/// <summary>Logistic regression with L2: the text says it, or does not. Both count the same, in the news and in the encyclopedia.</summary>
internal sealed class ChanceFit
{
    private const double Strength = 10;

    private readonly List<Top> tops;
    private readonly int[] columns;
    private readonly double[] scale;
    private readonly Dictionary<(bool, bool), int> counts;

    public ChanceFit(IEnumerable<Top> tops, int[] columns)
    {
        this.columns = columns;
        this.tops = [.. tops.Where(top => top.Features.Length > 0 && top.Tier != Tier.Near)];
        scale = [.. columns.Select(column => Spread([.. this.tops.Select(top => top.Features[column])]))];
        counts = this.tops.CountBy(top => (top.News, top.Answerable)).ToDictionary();
    }

    /// <summary>Looks at each question's first sentence, ranked by weights that have not seen its article.</summary>
    public static Top Look(Example example, int fold, RankingFit ranking, double[] weights)
    {
        var news = !example.Sheet.StartsWith("passages", StringComparison.Ordinal);
        if (example.Numbers.Count == 0)
        {
            return new Top(news, example.Article, example.Tier, fold, []);
        }

        var order = ranking.Order(example, weights);
        example.View.MoveTo(example.Numbers[order[0]]);
        example.View.Score = (float)ranking.Score(example, order[0], weights);
        return new Top(
            news,
            example.Article,
            example.Tier,
            fold,
            [.. PassageChance.Features.Select(feature => (double)feature.Measure(example.View))]
        );
    }

    /// <summary>The weights and last the bias, learned without one fold; -1: of all.</summary>
    public double[] Learn(int without)
    {
        double[] pull = [.. columns.Select(_ => Strength), 1e-6];
        var weights = Newton.Minimise((w, slope, curve) => Add(w, slope, curve, without), new double[columns.Length + 1], pull);
        return [.. weights.Select((weight, c) => c < columns.Length ? weight / scale[c] : weight)];
    }

    public double Chance(Top top, double[] weights) =>
        top.Features.Length == 0
            ? 0
            : 1 / (1 + Math.Exp(-weights[^1] - columns.Select((column, c) => weights[c] * top.Features[column]).Sum()));

    private void Add(double[] weights, double[] slope, double[][] curve, int without)
    {
        foreach (var top in tops.Where(top => top.Fold != without))
        {
            double[] x = [.. columns.Select((column, c) => top.Features[column] / scale[c]), 1];
            var chance = 1 / (1 + Math.Exp(-x.Zip(weights, (value, weight) => value * weight).Sum()));
            var share = 1000.0 / counts[(top.News, top.Answerable)];
            for (var c = 0; c < x.Length; c++)
            {
                slope[c] += share * (chance - (top.Answerable ? 1 : 0)) * x[c];
                for (var d = 0; d <= c; d++)
                {
                    curve[c][d] += share * chance * (1 - chance) * x[c] * x[d];
                }
            }
        }
    }

    private static double Spread(double[] values)
    {
        var mean = values.Average();
        return Math.Max(1e-3, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }
}
