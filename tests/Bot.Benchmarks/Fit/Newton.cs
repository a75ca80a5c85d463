namespace Bot.Benchmarks.Fit;

/// <summary>A convex loss: its slope at some weights, and the lower half of its curvature, both added to what is given.</summary>
internal delegate void Loss(double[] weights, double[] slope, double[][] curve);

/// <summary>Newton's method with L2, for a handful of weights. No chance in it: the same data give the same weights.</summary>
internal static class Newton
{
    private const int Steps = 20;

    /// <summary>The longest step, and the one that is short enough to stop.</summary>
    private const double Longest = 5;
    private const double Shortest = 1e-4;

    /// <param name="pull">The strength of L2 on each weight.</param>
    public static double[] Minimise(Loss loss, double[] start, IReadOnlyList<double> pull)
    {
        var weights = (double[])start.Clone();
        for (var step = 0; step < Steps; step++)
        {
            var slope = new double[weights.Length];
            double[][] curve = [.. weights.Select(_ => new double[weights.Length])];
            loss(weights, slope, curve);
            for (var i = 0; i < weights.Length; i++)
            {
                slope[i] += pull[i] * weights[i];
                curve[i][i] += pull[i];
            }

            var move = Solve(curve, slope);
            var length = Math.Sqrt(move.Sum(part => part * part));
            var scale = length > Longest ? Longest / length : 1;
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= scale * move[i];
            }

            if (length < Shortest)
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>By Cholesky's decomposition: the curve is positive definite.</summary>
    private static double[] Solve(double[][] a, double[] b)
    {
        var n = b.Length;
        var l = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i][j];
                for (var k = 0; k < j; k++)
                {
                    sum -= l[i, k] * l[j, k];
                }

                l[i, j] = i == j ? Math.Sqrt(Math.Max(1e-12, sum)) : sum / l[j, j];
            }
        }

        var y = new double[n];
        for (var i = 0; i < n; i++)
        {
            y[i] = b[i];
            for (var k = 0; k < i; k++)
            {
                y[i] -= l[i, k] * y[k];
            }

            y[i] /= l[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                y[i] -= l[k, i] * y[k];
            }

            y[i] /= l[i, i];
        }

        return y;
    }
}
