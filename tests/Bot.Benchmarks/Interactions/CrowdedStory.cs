using Bot.Benchmarks.Speed;
using Bot.Core.Facts;
using Bot.Core.Questions;

namespace Bot.Benchmarks.Interactions;

/// <summary>
/// A made story with much to complete: a party for every hundred facts, of whom few speak often and most hardly ever (Zipf's law), and one way of asking
/// for every fact. The same each time.
/// </summary>
internal sealed class CrowdedStory
{
    private const int Seed = 20250925;
    private const int FactsOfAParty = 100;
    private const int FewestParties = 20;

    private readonly FactMaker made;
    private readonly int[] speakers;

    public CrowdedStory(int facts)
    {
        made = FactMaker.Make(facts);
        Parties = [.. Enumerable.Range(0, Math.Max(FewestParties, facts / FactsOfAParty)).Select(FactMaker.Name)];
        var chance = new Random(Seed);
        speakers = [.. Enumerable.Range(0, facts).Select(_ => SomeParty(chance))];
    }

    public int Facts => made.Facts.Count;
    public IReadOnlyList<string> Parties { get; }

    public FactBook Book(Lexicon lexicon) =>
        MadeStory.Book(made.Facts, lexicon, new MadeTelling(Parties, fact => speakers[fact], fact => [Asked(fact)]));

    /// <summary>A party as often as it speaks.</summary>
    public int SomeParty(Random chance) => (int)Math.Pow(Parties.Count, chance.NextDouble()) - 1;

    /// <summary>How people ask for a fact.</summary>
    public string Asked(int fact)
    {
        var words = FactMaker.Telling(made.Facts[fact]);
        return (fact % 4) switch
        {
            0 => $"what did the {Some(words, 0, 3)}",
            1 => $"who was {Some(words, 1, 3)}",
            2 => $"when was the {Some(words, 2, 2)} of {Some(words, 0, 1)}",
            _ => $"how did {Some(words, 0, 4)}",
        };
    }

    /// <summary>A question in other words than any way of asking, each number another one's.</summary>
    public string Question(int number)
    {
        var words = FactMaker.Telling(made.Facts[(int)(number * 7_919L % Facts)]);
        return $"{(number % 2 == 0 ? "did the" : "is there a")} {Some(words, number / Facts, 4)}?";
    }

    private static string Some(IReadOnlyList<string> words, int first, int count) => string.Join(' ', words.Skip(first).Take(count));
}
