using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Parties;

/// <summary>"What does CSI stand for?": the name in full, as the story has it.</summary>
internal static class InFull
{
    public static Draft? Apply(Case found)
    {
        if (
            !Asks(found.Question)
            || found.Question.Mentions is not [{ Entity: var entity }]
            || Short(entity) is not { } letters
            || found.Facts.FirstOrDefault(fact => fact.Fact.About.Contains(entity.Id) || found.By(fact.Fact, entity.Id)) is not { } fact
        )
        {
            return null;
        }

        return Draft.Answered(new Shape.InFull(letters, Long(entity)), [fact], 0.8);
    }

    private static bool Asks(Question question) =>
        question.HasPair(
            (first, second) =>
                (first, second)
                    is
                        ("stand" or "stands" or "short", "for")
                        or
                        ("full" or "whole" or "long", "name")
                        or
                        ("spelled" or "written", "out")
        );

    /// <summary>"Council on Safety and Inspection (CSI)", or a name whose first letters are one that it goes by.</summary>
    private static string? Short(Entity entity) =>
        entity.Name is [.., ')'] && entity.Name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
            ? entity.Name[(open + 1)..^1]
            : entity.Aliases.FirstOrDefault(alias =>
                alias.Length > 1 && string.Equals(alias, Initials(entity.Name), StringComparison.Ordinal)
            );

    private static string Long(Entity entity) =>
        entity.Name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? entity.Name[..open].TrimEnd() : entity.Name;

    private static string Initials(string name) =>
        string.Concat(name.Split(' ').Where(word => word is not "the").Select(word => char.ToUpperInvariant(word[0])));
}
