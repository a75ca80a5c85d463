using System.CommandLine;
using System.Globalization;
using Bot.Benchmarks.Quality;

namespace Bot.Benchmarks.Fit;

/// <summary><c>fit passages</c>: the weights of passages as they stand in the code, and what they come to.</summary>
internal sealed class FitPassages : Command
{
    private readonly Option<DirectoryInfo> eval = new("--eval")
    {
        Description = "The folder of the evaluation files.",
        HelpName = "DIR",
        Required = true,
    };

    public FitPassages()
        : base("passages", "Learn the weights of PassageWeights and the threshold for passages.")
    {
        eval.AcceptExistingOnly();
        Add(eval);
        SetAction(parsed => Show(new PassageFit(new EvalFolder(parsed.GetValue(eval)!.FullName))));
    }

    private static void Show(PassageFit fit)
    {
        Console.WriteLine($"{fit.Questions} questions, {fit.Lost} without their sentence among those looked at.");
        foreach (var figure in fit.RankingFigures.Concat(fit.ChanceFigures))
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{figure.Name, -40}{figure.Value, 6:0.0#} ± {figure.Error:0.0}")
            );
        }

        Console.WriteLine();
        foreach (var (name, weight) in fit.Weights)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} = {weight:0.00}f;"));
        }
    }
}
