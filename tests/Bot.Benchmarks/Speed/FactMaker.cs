using Bot.Core.Questions.Words;

namespace Bot.Benchmarks.Speed;

/// <summary>
/// Makes facts of 15 to 25 English words, and questions of six, always the same ones. How often a word comes follows its rank
/// (Zipf's law with Mandelbrot's shift), so that a few words stand nearly everywhere and most nearly nowhere.
/// </summary>
internal sealed class FactMaker
{
    private const int Seed = 20250925;
    private const double Shift = 2.7;

    /// <summary>Words this common carry no question.</summary>
    private const int Common = 100;

    private static readonly string[] Words = Read();
    private static readonly HashSet<string> CommonWords = [.. Words.Take(Common)];
    private static readonly double[] Reach = Cumulate(Words.Length);

    private readonly Random chance = new(Seed);
    private readonly List<int[]> first = [];

    private FactMaker(int count) => Facts = [.. Enumerable.Range(0, count).Select(_ => Fact())];

    public IReadOnlyList<string> Facts { get; }

    /// <summary>Each asks with words of one of the first thousand facts.</summary>
    public IReadOnlyList<string> Questions =>
        [
            .. first
                .Select(ranks => ranks.Where(rank => rank >= Common).Distinct().Take(4).ToList())
                .Where(ranks => ranks.Count == 4)
                .Select((ranks, i) => i % 2 == 0 ? $"who was {Join(ranks)}?" : $"what did the {Join(ranks.Take(3))}?"),
        ];

    public static FactMaker Make(int count) => new(count);

    /// <summary>The words of a fact that a question may carry, each once.</summary>
    public static IReadOnlyList<string> Telling(string fact) =>
        [.. fact.TrimEnd('.').Split(' ').Where(word => !CommonWords.Contains(word)).Distinct()];

    /// <summary>A name of two words, each number another one's.</summary>
    public static string Name(int number) => $"{Capital(Words[1_000 + (number % 500)])} {Capital(Words[2_000 + (number / 500)])}";

    /// <summary>One fact more, each time another.</summary>
    public string Next() => Fact();

    private string Fact()
    {
        var ranks = new int[chance.Next(15, 26)];
        for (var i = 0; i < ranks.Length; i++)
        {
            var at = Array.BinarySearch(Reach, chance.NextDouble() * Reach[^1]);
            ranks[i] = Math.Min(at < 0 ? ~at : at, Words.Length - 1);
        }

        if (first.Count < 1_000)
        {
            first.Add(ranks);
        }

        return Join(ranks) + ".";
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Join(IEnumerable<int> ranks) => string.Join(' ', ranks.Select(rank => Words[rank]));

    private static double[] Cumulate(int count)
    {
        var (reach, sum) = (new double[count], 0.0);
        for (var rank = 0; rank < count; rank++)
        {
            reach[rank] = sum += 1 / (rank + 1 + Shift);
        }

        return reach;
    }

    /// <summary>The program's own table of English words, the commonest first.</summary>
    private static string[] Read()
    {
        using var stream = typeof(WordRanks).Assembly.GetManifestResourceStream("words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(word => word.Length > 0 && word.All(char.IsAsciiLetterLower))];
    }
}
