using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Parties;

/// <summary>"Who is Ann Holt", "what is the Port Office": who that is in the story, where the facts shown do not say it themselves.</summary>
internal static class WhoIs
{
    /// <summary>A fact that holds this share of the words of a role tells it.</summary>
    private const double Told = 0.8;

    private const int Most = 2;

    public static Draft? Apply(Case found)
    {
        if (Asked(found.Question) is not { Role: { } role } entity)
        {
            return null;
        }

        var facts = found
            .Facts.From(Thresholds.Near)
            .Where(fact => fact.Fact is Assertion && (found.By(fact.Fact, entity.Id) || fact.Fact.About.Contains(entity.Id)))
            .Take(Most)
            .ToList();
        return facts.Count == 0 || facts.Exists(fact => Tells(fact.Fact.Says, role))
            ? null
            : Draft.Answered(new Shape.WhoIs(entity), facts, facts[0].Score);
    }

    /// <summary>Whom the question names, and asks nothing else of. Of a group it is asked who belongs to it.</summary>
    private static Entity? Asked(Question question) =>
        question
            is {
                Mentions: [{ Entity: var entity } mention],
                Words: [{ Normal: "who" or "what" }, { Normal: "is" or "was" or "are" or "were" }, ..]
            }
        && question.Words.Where((word, at) => at > 1 && (at < mention.At || at >= mention.End)).All(word => IsBeside(word.Normal))
        && entity.Kind is not EntityKind.Group
            ? entity
            : null;

    private static bool IsBeside(string word) =>
        word is "the" or "this" or "that" or "a" or "an" or "exactly" or "again" or "even" or "anyway" or "actually" or "please" or "then";

    private static bool Tells(string says, string role)
    {
        var told = ReadWords.Split(says).Select(word => word.Normal).ToHashSet(StringComparer.Ordinal);
        var words = ReadWords.Split(role).Select(word => word.Normal).Where(word => word.Length > 3).ToList();
        return words.Count == 0 || words.Count(told.Contains) >= Told * words.Count;
    }
}
