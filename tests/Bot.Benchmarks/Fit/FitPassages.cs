using System.CommandLine;
using System.Globalization;
using Bot.Benchmarks.Quality;
using Bot.Core.Questions.Ranking;

namespace Bot.Benchmarks.Fit;

/// <summary>
/// <c>fit passages</c>: the weights by which sentences are ranked, and by which their chance is told. Every figure is of articles the weights
/// in question have not seen; the weights printed are learned from all.
/// </summary>
internal sealed class FitPassages : Command
{
    private const int Folds = 6;

    private readonly Option<DirectoryInfo> eval = new("--eval")
    {
        Description = "The folder of the evaluation files.",
        HelpName = "DIR",
        Required = true,
    };
    private readonly Option<bool> ablation = new("--ablation") { Description = "Show what becomes of the figures without each feature." };

    public FitPassages()
        : base("passages", "Learn the weights of PassageWeights and the threshold for passages.")
    {
        eval.AcceptExistingOnly();
        Add(eval);
        Add(ablation);
        SetAction(parsed => Fit(new EvalFolder(parsed.GetValue(eval)!.FullName), parsed.GetValue(ablation)));
    }

    private static void Fit(EvalFolder folder, bool ablate)
    {
        Sheet[] sheets = [folder.Xquad, folder.Wikinews, folder.Corpus, folder.Long, folder.Passages, folder.Removed];
        var examples = sheets.AsParallel().AsOrdered().SelectMany(Examples.Of).ToList();
        var folds = examples
            .Select(e => e.Article)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(a => a.Item, a => a.Index % Folds);
        var lists = examples
            .Where(example => example.Tier == Tier.Answerable)
            .Select(example => new WeighedExample(example, Weight(example.Sheet), folds[example.Article]))
            .ToList();
        var all = Enumerable.Range(0, PassageFeatures.All.Count).ToArray();
        var (ranking, weights, learned) = Rank(lists, all);
        var basis = Figures.Of(ranking, lists, learned);
        Console.WriteLine(
            $"{lists.Count} questions, {lists.Count(list => !list.Example.Right.Contains(true))} without their sentence among those looked at."
        );
        Figures.Show("ranking", basis);
        foreach (var column in ablate ? all : [])
        {
            var (fit, _, parts) = Rank(lists, [.. all.Where(other => other != column)]);
            Figures.Show("without " + PassageFeatures.All[column].Name, Figures.Of(fit, lists, parts), basis);
        }

        var tops = examples
            .Where(example => example.Sheet is "passages" || example.Sheet.StartsWith("wikinews", StringComparison.Ordinal))
            .Select(example => ChanceFit.Look(example, folds[example.Article], ranking, learned[folds[example.Article]]))
            .ToList();
        var every = Enumerable.Range(0, PassageChance.Features.Count).ToArray();
        var (chance, chanceBasis) = Chance(tops, every);
        Console.WriteLine();
        Figures.Show("chance", chanceBasis);
        foreach (var column in ablate ? every : [])
        {
            Figures.Show(
                "without " + PassageChance.Features[column].Name,
                Chance(tops, [.. every.Where(other => other != column)]).Figures,
                chanceBasis
            );
        }

        Print(PassageFeatures.All.Select(feature => feature.Name), weights);
        Print(PassageChance.Features.Select(feature => feature.Name).Append("Bias"), chance);
        Print(["Passage"], [chanceBasis[0].Value]);
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

    private static (RankingFit Fit, double[] Weights, double[][] Learned) Rank(List<WeighedExample> lists, int[] columns)
    {
        var fit = new RankingFit(lists, columns);
        var weights = fit.Learn(-1);
        return (fit, weights, [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => fit.Learn(fold, weights))]);
    }

    private static (double[] Weights, IReadOnlyList<(string Name, double Value)> Figures) Chance(List<Top> tops, int[] columns)
    {
        var fit = new ChanceFit(tops, columns);
        double[][] learned = [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fit.Learn)];
        return (fit.Learn(-1), Figures.Of(tops.Select(top => (top, fit.Chance(top, learned[top.Fold])))));
    }

    private static void Print(IEnumerable<string> names, double[] weights)
    {
        Console.WriteLine();
        foreach (var (name, weight) in names.Zip(weights))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    public const float {name} = {weight:0.00}f;"));
        }
    }
}
