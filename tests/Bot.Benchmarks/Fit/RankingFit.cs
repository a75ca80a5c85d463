namespace Bot.Benchmarks.Fit;

/// <summary>An example, how much it counts, and the part of the articles it belongs to.</summary>
internal sealed record WeighedExample(Example Example, double Weight, int Fold);

/// <summary>
/// Listwise softmax regression (ListNet's top-one loss, Cao et al. 2007): the chance of each sentence is the softmax of its weighted features,
/// and the right ones should have all of it.
/// </summary>
internal sealed class RankingFit
{
    /// <summary>A sentence with so little chance does not bend the loss.</summary>
    private const double Negligible = 1e-3;

    /// <summary>Of the pull towards 0, on features brought to the same spread.</summary>
    private const double Strength = 4;

    private readonly List<WeighedExample> lists;
    private readonly int[] columns;
    private readonly double[] scale;
    private readonly double[][][] scaled;

    public RankingFit(IEnumerable<WeighedExample> lists, int[] columns)
    {
        this.columns = columns;
        this.lists = [.. lists.Where(list => list.Example.Right.Contains(true))];
        scale = new double[columns.Length];
        for (var c = 0; c < columns.Length; c++)
        {
            var (sum, squares, count) = (0.0, 0.0, 0);
            foreach (var (example, _, _) in this.lists)
            {
                foreach (var row in example.Features)
                {
                    var value = row[columns[c]];
                    (sum, squares, count) = (sum + value, squares + (value * value), count + 1);
                }
            }

            scale[c] = Math.Max(1e-3, Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * (sum / count)))));
        }

        scaled =
        [
            .. this.lists.Select(list =>
                list.Example.Features.Select(row => columns.Select((column, c) => row[column] / scale[c]).ToArray()).ToArray()
            ),
        ];
    }

    /// <summary>Weights of the chosen columns, learned without one fold; -1: of all.</summary>
    public double[] Learn(int without, double[]? start = null)
    {
        var from = start is null ? new double[columns.Length] : [.. start.Select((weight, c) => weight * scale[c])];
        var weights = Newton.Minimise((w, slope, curve) => Add(w, slope, curve, without), from, [.. columns.Select(_ => Strength)]);
        return [.. weights.Select((weight, c) => weight / scale[c])];
    }

    private void Add(double[] weights, double[] slope, double[][] curve, int without)
    {
        var n = columns.Length;
        var mean = new double[n];
        var x = new double[n];
        for (var list = 0; list < lists.Count; list++)
        {
            var (example, weight, fold) = lists[list];
            if (fold == without)
            {
                continue;
            }

            var features = scaled[list];
            var scores = new double[features.Length];
            var most = double.NegativeInfinity;
            for (var r = 0; r < scores.Length; r++)
            {
                for (var c = 0; c < n; c++)
                {
                    scores[r] += weights[c] * features[r][c];
                }

                most = Math.Max(most, scores[r]);
            }

            var total = 0.0;
            for (var r = 0; r < scores.Length; r++)
            {
                total += scores[r] = Math.Exp(scores[r] - most);
            }

            var share = 1.0 / example.Right.Count(right => right);
            Array.Clear(mean);
            for (var r = 0; r < scores.Length; r++)
            {
                scores[r] /= total;
                var missing = weight * (scores[r] - (example.Right[r] ? share : 0));
                for (var c = 0; c < n; c++)
                {
                    var value = features[r][c];
                    mean[c] += scores[r] * value;
                    slope[c] += missing * value;
                }
            }

            for (var r = 0; r < scores.Length; r++)
            {
                if (scores[r] < Negligible)
                {
                    continue;
                }

                for (var c = 0; c < n; c++)
                {
                    x[c] = features[r][c] - mean[c];
                }

                for (var c = 0; c < n; c++)
                {
                    var part = weight * scores[r] * x[c];
                    var line = curve[c];
                    for (var d = 0; d <= c; d++)
                    {
                        line[d] += part * x[d];
                    }
                }
            }
        }
    }

    /// <summary>The numbers of the sentences, best first.</summary>
    public int[] Order(Example example, double[] weights) =>
        [.. Enumerable.Range(0, example.Features.Length).OrderByDescending(r => Score(example, r, weights)).ThenBy(r => r)];

    public double Score(Example example, int row, double[] weights)
    {
        var score = 0.0;
        for (var c = 0; c < columns.Length; c++)
        {
            score += weights[c] * example.Features[row][columns[c]];
        }

        return score;
    }
}
