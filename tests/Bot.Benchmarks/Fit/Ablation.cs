using System.Globalization;
using Bot.Benchmarks.Quality;

namespace Bot.Benchmarks.Fit;

/// <summary>Shows what each feature of passages is worth: how the checked figures change when it is left out and the others are learned anew.</summary>
internal static class Ablation
{
    public static void Show(EvalFolder folder)
    {
        var fit = new PassageFit(folder);
        var ofChance = false;
        Head("all features", fit.RankingFigures);
        foreach (var (feature, figures, chance) in fit.Without())
        {
            if (chance && !ofChance)
            {
                Head("all features of the chance", fit.ChanceFigures);
            }

            ofChance = chance;
            var basis = chance ? fit.ChanceFigures : fit.RankingFigures;
            Line(
                "without " + feature,
                figures.Zip(basis, (one, all) => (one.Value - all.Value).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture))
            );
        }
    }

    private static void Head(string name, IReadOnlyList<CheckedFigure> figures)
    {
        Console.WriteLine();
        Console.WriteLine(string.Join(", ", figures.Select(figure => figure.Name)));
        Line(name, figures.Select(figure => figure.Value.ToString(figure.Value < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture)));
    }

    private static void Line(string name, IEnumerable<string> values) =>
        Console.WriteLine($"{name, -28}{string.Concat(values.Select(value => value.PadLeft(7)))}");
}
