using System.CommandLine;
using System.Globalization;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Speed;

/// <summary><c>speed</c>: finding, building, answering and starting, each beside what others need for it on this machine now.</summary>
internal sealed class SpeedVerb : Command
{
    private readonly Option<int[]> facts = new("--facts")
    {
        Description = "How many facts, comma-separated.",
        HelpName = "N,N",
        DefaultValueFactory = _ => [1_000, 100_000, 1_000_000],
        CustomParser = argument =>
            [
                .. argument
                    .Tokens.SelectMany(token => token.Value.Split(','))
                    .Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
            ],
    };
    private readonly NumberOption queries = new("--queries", "Questions a round.", usual: 300);
    private readonly NumberOption rounds = new("--rounds", "How often each side has its turn.", usual: 5);
    private readonly Option<FileInfo?> plot = new("--plot") { Description = "Draws how times grow into an SVG file.", HelpName = "FILE" };
    private readonly Option<bool> noStart = new("--no-start") { Description = "Leave out the starts of the program." };

    public SpeedVerb()
        : base("speed", "Measure search, build, whole questions and start, beside Lucene.Net, SQLite FTS5 and an empty web program.")
    {
        Add(facts);
        Add(queries);
        Add(rounds);
        Add(plot);
        Add(noStart);
        SetAction((parsed, cancellation) => Measure(parsed, cancellation));
    }

    private async Task<int> Measure(ParseResult parsed, CancellationToken cancellation)
    {
        var (asked, turns) = (parsed.GetValue(queries), parsed.GetValue(rounds));
        var lexicon = ShippedLexicon.Read();
        await Contest.WarmUp(lexicon);
        SizeResult.ShowHead();
        var sizes = new List<SizeResult>();
        foreach (var count in parsed.GetValue(facts)!)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = await Contest.Run(count, asked, turns, lexicon);
            result.Show(sizes.LastOrDefault());
            sizes.Add(result);
        }

        if (parsed.GetValue(plot) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, GrowthPlot.Draw(sizes), cancellation);
        }

        if (!parsed.GetValue(noStart))
        {
            (await StartTimes.Measure(Math.Max(5, turns), cancellation)).Show();
        }

        return 0;
    }
}
