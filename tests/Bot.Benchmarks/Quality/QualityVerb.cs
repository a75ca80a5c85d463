using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Bot.Benchmarks.Fit;

namespace Bot.Benchmarks.Quality;

/// <summary><c>quality</c>: how well questions about unknown texts are answered, and refused.</summary>
internal sealed class QualityVerb : Command
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Option<DirectoryInfo> eval = new("--eval")
    {
        Description = "The folder of the evaluation files.",
        HelpName = "DIR",
        Required = true,
    };
    private readonly Option<string?> answers = new("--answers") { Description = "Keep every answer in this file too.", HelpName = "FILE" };
    private readonly Option<int> misses = new("--misses") { Description = "Show so many misses of each kind.", HelpName = "N" };
    private readonly Option<bool> ablate = new("--ablate")
    {
        Description = "Show instead what each feature is worth, on articles that the weights have not seen.",
    };
    private readonly Option<bool> json = new("--json") { Description = "The figures as JSON." };

    public QualityVerb()
        : base("quality", "Put the evaluation files through the bulk door and score what comes back.")
    {
        eval.AcceptExistingOnly();
        Add(eval);
        Add(answers);
        Add(misses);
        Add(json);
        Add(ablate);
        SetAction((parsed, _) => Score(parsed));
    }

    private async Task<int> Score(ParseResult parsed)
    {
        if (parsed.GetValue(ablate))
        {
            Ablation.Show(new EvalFolder(parsed.GetValue(eval)!.FullName));
            return 0;
        }

        var started = Stopwatch.GetTimestamp();
        var kept = parsed.GetValue(answers);
        if (kept is not null)
        {
            await File.WriteAllTextAsync(kept, "");
        }

        var folder = new EvalFolder(parsed.GetValue(eval)!.FullName);
        var card = await Scorecard.Fill(folder, new BulkDoor(kept));
        if (parsed.GetValue(json))
        {
            Console.WriteLine(JsonSerializer.Serialize(card.Figures, Format));
        }
        else
        {
            Show(card.Figures, (await Scorecard.Fill(folder, new PlainBm25())).Figures);
            Console.WriteLine(
                $"{card.Runs.Sum(run => run.Answers.Count)} answers in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s."
            );
        }

        Misses.Show(card, parsed.GetValue(misses), Console.Out);
        return 0;
    }

    private static void Show(IReadOnlyList<Figure> figures, IReadOnlyList<Figure> peer)
    {
        Console.WriteLine($"{"percent", -40}{"BM25", 7}{"ours", 7}   to reach");
        foreach (var (figure, other) in figures.Zip(peer))
        {
            var goal = figure.Goal is { } wanted ? $"{100 * wanted, 9:0.0}{(figure.Missed ? " missed" : "")}" : "";
            Console.WriteLine($"{figure.Measure, -40}{100 * other.Value, 7:0.0}{100 * figure.Value, 7:0.0}{goal}");
        }
    }
}
