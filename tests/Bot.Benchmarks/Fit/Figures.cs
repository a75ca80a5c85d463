using System.Globalization;
using Bot.Benchmarks.Quality;

namespace Bot.Benchmarks.Fit;

/// <summary>What a fit comes to, in percent.</summary>
internal static class Figures
{
    /// <summary>So many of the answerable must be answered.</summary>
    private const double LeastAnswered = 91.5;

    /// <param name="learned">For each fold the weights learned without it.</param>
    public static IReadOnlyList<(string Name, double Value)> Of(RankingFit fit, List<WeighedExample> lists, double[][] learned)
    {
        var figures = new List<(string, double)>();
        foreach (
            var sheet in lists.GroupBy(list =>
                list.Example.Sheet + (list.Example.Article.StartsWith("wikinews", StringComparison.Ordinal) ? " news" : "")
            )
        )
        {
            var places = sheet.Select(list => Place(fit, list.Example, learned[list.Fold])).ToList();
            figures.Add(($"{sheet.Key} @1", places.Average(place => place == 0 ? 100.0 : 0)));
            figures.Add(("@3", places.Average(place => place < 3 ? 100.0 : 0)));
        }

        return figures;
    }

    /// <summary>At the threshold that tells best, of those that answer enough.</summary>
    public static IReadOnlyList<(string Name, double Value)> Of(IEnumerable<(Top Top, double Chance)> tops)
    {
        var scored = tops.ToList();
        return Enumerable
            .Range(10, 80)
            .Select(step => At(scored, step / 100.0))
            .Where(figures => figures[2].Value >= LeastAnswered && figures[5].Value >= LeastAnswered)
            .MaxBy(figures => figures[1].Value + figures[4].Value)!;
    }

    public static void Show(
        string name,
        IReadOnlyList<(string Name, double Value)> figures,
        IReadOnlyList<(string Name, double Value)>? basis = null
    )
    {
        if (basis is null)
        {
            Console.WriteLine(string.Join(", ", figures.Select(figure => figure.Name)));
        }

        var values = figures.Select((figure, i) => Shown(figure.Value, basis?[i].Value));
        Console.WriteLine($"{name, -22}{string.Concat(values)}");
    }

    private static string Shown(double value, double? basis) =>
        (
            basis is { } from ? (value - from).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)
            : value < 1 ? value.ToString("0.00", CultureInfo.InvariantCulture)
            : value.ToString("0.0", CultureInfo.InvariantCulture)
        ).PadLeft(7);

    private static int Place(RankingFit fit, Example example, double[] weights)
    {
        var place = Array.FindIndex(fit.Order(example, weights), row => example.Right[row]);
        return place < 0 ? int.MaxValue : place;
    }

    private static List<(string Name, double Value)> At(List<(Top Top, double Chance)> tops, double threshold)
    {
        double Said(bool news, params Tier[] tiers) =>
            tops.Where(top => top.Top.News == news && tiers.Contains(top.Top.Tier)).Average(top => top.Chance >= threshold ? 100.0 : 0);
        var (topic, others) = (Said(false, Tier.Answerable), 100 - Said(false, Tier.Sibling, Tier.Far));
        var (news, gone) = (Said(true, Tier.Answerable), 100 - Said(true, Tier.Removed, Tier.Far));
        return
        [
            ("threshold", threshold),
            ("topic", (topic + others) / 2),
            ("answered", topic),
            ("refused", others),
            ("news", (news + gone) / 2),
            ("answered", news),
            ("refused", gone),
            ("near", (topic + 100 - Said(false, Tier.Near)) / 2),
        ];
    }
}
