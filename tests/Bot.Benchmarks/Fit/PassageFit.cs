using Bot.Benchmarks.Quality;
using Bot.Core.Questions.Ranking;

namespace Bot.Benchmarks.Fit;

/// <summary>
/// The weights by which sentences are ranked and by which their chance is told, learned from evaluation files. Every figure is of articles that the
/// weights in question have not seen: learned in six parts, each without its articles. The weights themselves are learned from all.
/// </summary>
internal sealed class PassageFit
{
    private const int Folds = 6;

    private static readonly int[] Ranking = [.. Enumerable.Range(0, PassageFeatures.All.Count)];
    private static readonly int[] Chances = [.. Enumerable.Range(0, PassageChance.Features.Count)];

    private readonly List<WeighedExample> lists;
    private readonly List<Top> tops;
    private readonly double[] weights;

    public PassageFit(EvalFolder folder)
    {
        Sheet[] sheets = [folder.Xquad, folder.Wikinews, folder.Corpus, folder.Long, folder.Passages, folder.Removed];
        var examples = sheets.AsParallel().AsOrdered().SelectMany(Examples.Of).ToList();
        var folds = examples
            .Select(example => example.Article)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(article => article.Item, article => article.Index % Folds);
        lists =
        [
            .. examples
                .Where(example => example.Tier == Tier.Answerable)
                .Select(example => new WeighedExample(example, Weight(example.Sheet), folds[example.Article])),
        ];
        (var fit, weights, var learned) = Rank(Ranking);
        RankingFigures = Figures.Of(fit, lists, learned);
        tops =
        [
            .. examples
                .Where(example => example.Sheet is "passages" || example.Sheet.StartsWith("wikinews", StringComparison.Ordinal))
                .Select(example => ChanceFit.Look(example, folds[example.Article], fit, learned[folds[example.Article]])),
        ];
        (var chances, ChanceFigures) = Chance(Chances);
        Weights =
        [
            .. PassageFeatures.All.Select((feature, i) => (feature.Name, weights[i])),
            .. PassageChance.Features.Select((feature, i) => ("Chance." + feature.Name, chances[i])),
            ("Chance.Bias", chances[^1]),
            ("Thresholds.Passage", ChanceFigures[0].Value),
        ];
    }

    public int Questions => lists.Count;

    /// <summary>How many questions have their sentence not among those looked at.</summary>
    public int Lost => lists.Count(list => !list.Example.Right.Contains(true));

    public IReadOnlyList<CheckedFigure> RankingFigures { get; }
    public IReadOnlyList<CheckedFigure> ChanceFigures { get; }

    /// <summary>By the names they have in the code.</summary>
    public IReadOnlyList<(string Name, double Value)> Weights { get; }

    /// <summary>What the figures are when a feature is left out and the others are learned anew.</summary>
    public IEnumerable<(string Feature, IReadOnlyList<CheckedFigure> Figures, bool OfChance)> Without()
    {
        foreach (var column in Ranking)
        {
            int[] others = [.. Ranking.Where(other => other != column)];
            var (fit, _, learned) = Rank(others, [.. others.Select(other => weights[other])]);
            yield return (PassageFeatures.All[column].Name, Figures.Of(fit, lists, learned), OfChance: false);
        }

        foreach (var column in Chances)
        {
            yield return (
                PassageChance.Features[column].Name,
                Chance([.. Chances.Where(other => other != column)]).Figures,
                OfChance: true
            );
        }
    }

    /// <summary>News and single articles are what is asked about; the others teach what to do among many sentences.</summary>
    private static double Weight(string sheet) =>
        sheet switch
        {
            "wikinews article" => 2,
            "xquad article" => 1,
            "long" => 0.2,
            _ => 0.3,
        };

    private (RankingFit Fit, double[] Weights, double[][] Learned) Rank(int[] columns, double[]? start = null)
    {
        var fit = new RankingFit(lists, columns);
        var all = fit.Learn(-1, start);
        return (fit, all, [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => fit.Learn(fold, all))]);
    }

    private (double[] Weights, IReadOnlyList<CheckedFigure> Figures) Chance(int[] columns)
    {
        var fit = new ChanceFit(tops, columns);
        double[][] learned = [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fit.Learn)];
        return (fit.Learn(-1), Figures.Of(tops.Select(top => (top, fit.Chance(top, learned[top.Fold])))));
    }
}
