using Bot.Core.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Journal;

/// <summary>Random sequences of editions of a small story: facts come, change, go, come back and are renamed, as the format allows it.</summary>
internal static class Editions
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    public static Gen<IReadOnlyList<FactBook>> Sequences { get; } =
        from count in Gen.Choose(1, 6)
        from choices in Gen.Choose(0, int.MaxValue - 1).ArrayOf(count)
        select (IReadOnlyList<FactBook>)Sequence(choices);

    private static List<FactBook> Sequence(int[] seeds)
    {
        var books = new List<FactBook>();
        foreach (var seed in seeds)
        {
            books.Add(SmallBooks.Book(books.Count + 1, Facts(new Random(seed))));
        }

        return books;
    }

    /// <summary>Each id is a fact, the former id of one, or not used: an id stands for one thing only.</summary>
    private static Fact[] Facts(Random random)
    {
        var facts = new List<Fact>();
        foreach (var id in Shuffled(random))
        {
            switch (random.Next(5))
            {
                case 0 when facts.Count > 0:
                    var renamed = random.Next(facts.Count);
                    facts[renamed] = facts[renamed] with { Formerly = [.. facts[renamed].Formerly, new FactId(id)] };
                    break;
                case 1:
                    break;
                default:
                    facts.Add(SmallBooks.Fact(id, $"It closed in {random.Next(3)}."));
                    break;
            }
        }

        return [.. facts];
    }

    private static string[] Shuffled(Random random)
    {
        var ids = Ids.ToArray();
        random.Shuffle(ids);
        return ids;
    }
}
