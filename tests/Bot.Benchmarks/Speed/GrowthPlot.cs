using System.Globalization;
using System.Text;

namespace Bot.Benchmarks.Speed;

/// <summary>Draws how the time for one question grows with the facts: both axes by powers of ten, medians, as an SVG.</summary>
internal static class GrowthPlot
{
    private const int Width = 760;
    private const int Height = 460;
    private const int Left = 70;
    private const int Right = 150;
    private const int Top = 50;
    private const int Bottom = 60;

    /// <summary>Told apart by everyone (Okabe and Ito 2008).</summary>
    private static readonly string[] Colours = ["#0072B2", "#009E73", "#D55E00", "#7F7F7F"];
    private static readonly string[] Names = ["Dateline, search", "Dateline, answer", "Lucene.Net", "SQLite FTS5"];

    public static string Draw(IReadOnlyList<SizeResult> sizes)
    {
        var times = sizes.SelectMany(size => size.Sides).Select(side => side.Median.TotalMicroseconds).ToList();
        var across = new Axis(sizes.Min(size => (double)size.Facts), sizes.Max(size => (double)size.Facts), Left, Width - Right);
        var up = new Axis(times.Min(), times.Max(), Height - Bottom, Top);
        var svg = new StringBuilder();
        Line(
            svg,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">"
        );
        Line(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Line(svg, $"<text x=\"{Left}\" y=\"28\" font-size=\"16\">Time for one question, median, by the facts in one index</text>");
        foreach (var power in across.Powers)
        {
            var x = across.At(power);
            Line(svg, $"<path d=\"M{x:0.0} {Top}V{Height - Bottom}\" stroke=\"#ddd\"/>");
            Line(svg, $"<text x=\"{x:0.0}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{power:N0}</text>");
        }

        foreach (var power in up.Powers)
        {
            var y = up.At(power);
            Line(svg, $"<path d=\"M{Left} {y:0.0}H{Width - Right}\" stroke=\"#ddd\"/>");
            Line(svg, $"<text x=\"{Left - 8}\" y=\"{y + 4:0.0}\" text-anchor=\"end\">{Shown(power)}</text>");
        }

        for (var side = 0; side < Names.Length; side++)
        {
            var points = sizes.Select(size => (X: across.At(size.Facts), Y: up.At(size.Sides[side].Median.TotalMicroseconds))).ToList();
            var path = string.Join("L", points.Select(point => FormattableString.Invariant($"{point.X:0.0} {point.Y:0.0}")));
            Line(svg, $"<path d=\"M{path}\" fill=\"none\" stroke=\"{Colours[side]}\" stroke-width=\"2.5\"/>");
            foreach (var (x, y) in points)
            {
                Line(svg, $"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"4\" fill=\"{Colours[side]}\"/>");
            }

            Line(svg, $"<text x=\"{Width - Right + 10}\" y=\"{points[^1].Y + 4:0.0}\" fill=\"{Colours[side]}\">{Names[side]}</text>");
        }

        Line(svg, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 16}\" text-anchor=\"middle\">facts</text>");
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Line(StringBuilder svg, FormattableString line) =>
        svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Shown(double microseconds) =>
        microseconds >= 1000
            ? string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1000:0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.##} µs");

    /// <summary>Whole powers of ten from one that is not over the least to one that is not under the most.</summary>
    private sealed class Axis(double least, double most, double from, double to)
    {
        private readonly double low = Math.Floor(Math.Log10(least) + 1e-9);
        private readonly double high = Math.Max(Math.Floor(Math.Log10(least)) + 1, Math.Ceiling(Math.Log10(most) - 1e-9));

        public IEnumerable<double> Powers => Enumerable.Range((int)low, (int)(high - low) + 1).Select(power => Math.Pow(10, power));

        public double At(double value) => from + ((to - from) * (Math.Log10(value) - low) / (high - low));
    }
}
