using System.Diagnostics;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Wording;

/// <summary>Speakers and actors by name.</summary>
internal static class Names
{
    public static string Speaker(FactBook book, Fact fact) =>
        fact.Speaker switch
        {
            Facts.Speaker.People people => Join(people.Ids.Select(id => book[id].Name)),
            Facts.Speaker.Carrier carrier => book[carrier.Id].Short,
            _ => throw new UnreachableException(),
        };

    public static string? Actor(FactBook book, Fact fact) => fact.Actors.Count == 0 ? null : Join(fact.Actors.Select(id => book[id].Name));

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string Join(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count switch
        {
            0 => "",
            1 => list[0],
            _ => string.Join(", ", list.SkipLast(1)) + " and " + list[^1],
        };
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Whether the statement itself names who says it, or is told as somebody's: to say whose a second time would read as if it were another's.</summary>
    public static bool IsAttributed(FactBook book, Fact fact) =>
        fact.Speaker switch
        {
            Facts.Speaker.People people => people.Ids.All(id => IsNamed(fact.Says, book[id])),
            Facts.Speaker.Carrier carrier => fact.Says.Contains(LastWord(book[carrier.Id].Short), StringComparison.OrdinalIgnoreCase)
                || fact.Says.Contains("according to", StringComparison.OrdinalIgnoreCase),
            _ => throw new UnreachableException(),
        };

    private static bool IsNamed(string text, Entity entity) =>
        entity
            .Aliases.Append(entity.Name)
            .Append(WithoutThe(entity.Name))
            .Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static string WithoutThe(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];
}
