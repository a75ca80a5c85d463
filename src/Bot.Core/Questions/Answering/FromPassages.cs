using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Answering;

/// <summary>No fact fits: the sentence of a document that does, quoted as such. A sentence that facts rest on is theirs to tell.</summary>
internal static class FromPassages
{
    /// <summary>So many letters the name of a country and of its people begin with.</summary>
    private const int Alike = 4;

    /// <summary>Those whose people begin otherwise, or that go by other names.</summary>
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["britain"] = ["uk", "england", "english", "scotland", "scottish", "wales", "welsh"],
        ["uk"] = ["britain", "british", "england", "english", "scotland", "scottish", "wales", "welsh"],
        ["america"] = ["us", "usa"],
        ["usa"] = ["us", "america", "american", "americans"],
        ["denmark"] = ["danish", "dane"],
        ["finland"] = ["finnish"],
        ["france"] = ["french"],
        ["holland"] = ["dutch", "netherlands"],
        ["ireland"] = ["irish"],
        ["netherlands"] = ["dutch", "holland"],
        ["philippines"] = ["filipino"],
        ["poland"] = ["polish"],
        ["spain"] = ["spanish"],
        ["switzerland"] = ["swiss"],
        ["wales"] = ["welsh"],
    };

    public static Draft? Apply(Case found)
    {
        if (found.Passages.Length == 0)
        {
            return null;
        }

        var (best, chance) = (found.Story.Index.PassageList[found.Passages[0].Number], found.Passages[0].Chance);
        return chance >= Thresholds.Passage && !IsTold(found, best) && !IsElsewhere(found) && !Contrary.IsTo(found.Question, best.Text)
                ? Draft.Answered(new Shape.FromPassage(), [], chance)
            : found.Book.Facts.Count > 0 ? null
            : chance >= Thresholds.PassageNear
                ? Draft.Abstained(AbstentionReason.NotInSources, new Shape.PassageNear(), [], Math.Min(chance, Thresholds.Passage))
            : Draft.Nothing(found) with { Confidence = chance };
    }

    /// <summary>"In X", where the story nowhere speaks of that country or city, nor of its people.</summary>
    private static bool IsElsewhere(Case found)
    {
        var (words, index) = (found.Question.Words, found.Story.Index);
        return words
            .Zip(words.Skip(1), (before, word) => before.Normal is "in" or "from" or "to" or "at" ? word.Normal : "")
            .Any(place =>
                index.Lexicon.Names.Contains(place)
                && !index
                    .Lexicon.Names.Where(name => AreAkin(name, place))
                    .Concat(Others.GetValueOrDefault(place, []))
                    .Any(name => IsSaid(index, name))
            );
    }

    /// <summary>"Canada" and "Canadian".</summary>
    private static bool AreAkin(string name, string place) => name.AsSpan().CommonPrefixLength(place) >= Math.Min(Alike, place.Length);

    private static bool IsSaid(StoryIndex index, string name) => index.Terms.Find(name) is >= 0 and var term && index.Says(term);

    private static bool IsTold(Case found, Passage passage) =>
        found.Book.Facts.Any(fact =>
            fact.RestsOn.Any(evidence => evidence.Seed == passage.Seed && evidence.Passage.Start == passage.Start)
        );
}
