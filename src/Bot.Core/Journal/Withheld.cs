using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>
/// Sentences that are not quoted: what was taken back, is held, or is not given any more rests on them, and nothing that is given does. A statement that
/// was withdrawn is not repeated by way of its source.
/// </summary>
public sealed class Withheld
{
    private readonly HashSet<(SeedId Seed, int Start)> sentences;

    private Withheld(IEnumerable<Fact> withdrawn, IEnumerable<Fact> given)
    {
        sentences = [.. withdrawn.SelectMany(Sentences)];
        if (sentences.Count > 0)
        {
            sentences.ExceptWith(given.SelectMany(Sentences));
        }
    }

    /// <summary>Whether a sentence may be quoted.</summary>
    public bool Has(Passage passage) => sentences.Count > 0 && sentences.Contains((passage.Seed, passage.Start));

    /// <summary>Of things with a sentence each, those that may be quoted.</summary>
    internal T[] Without<T>(T[] things, Func<T, Passage> sentence) =>
        sentences.Count == 0 ? things : Array.FindAll(things, thing => !Has(sentence(thing)));

    /// <param name="taken">The facts of the base that a community took over.</param>
    /// <param name="held">What it would give, were it not held.</param>
    internal static Withheld Of(FactBook book, IEnumerable<Fact> taken, IEnumerable<Fact> held) =>
        new([.. taken, .. held, .. book.Facts.Where(IsTakenBack)], book.Facts.Where(fact => !IsTakenBack(fact)));

    private static bool IsTakenBack(Fact fact) => fact.Ended is { How: EndingKind.Retracted };

    private static IEnumerable<(SeedId, int)> Sentences(Fact fact) =>
        fact.RestsOn.Select(evidence => (evidence.Seed, evidence.Passage.Start));
}
