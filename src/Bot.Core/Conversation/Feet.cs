using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Conversation;

/// <summary>The last line of a reply: which sources, how old.</summary>
internal static class Feet
{
    public static string? Of(FactBook book, IEnumerable<Fact> facts, DateOnly today)
    {
        var list = facts.ToList();
        if (list.Count == 0)
        {
            return null;
        }

        var sources = list.SelectMany(fact => fact.Sources).Distinct().Select(id => book[id]).ToList();
        var read = sources.Where(source => source.Seed is not null).Select(source => Read(book, source, list)).ToList();
        var newest = list.Max(fact => fact.Checked);
        var origins = sources.Select(source => source.Origin).Distinct().Count();
        var counted = sources.Count > 1 ? $" {sources.Count} sources, {origins} {(origins == 1 ? "origin" : "origins")}." : "";
        return $"{Names.Capital(Names.Join(read.Count > 0 ? read : sources.Select(source => source.Short)))}. {Names.Capital(DateWords.Age(newest, today))}.{counted}";
    }

    /// <summary>What readers of a story should know whatever they asked.</summary>
    public static IEnumerable<string> About(Story story, CommunityId community)
    {
        if (story.Closed is { } closed)
        {
            yield return CommandWords.Closed(closed);
        }

        if (community == CommunityId.Base)
        {
            yield return CommandWords.NoCommunity;
        }
    }

    private static string Read(FactBook book, Source source, IEnumerable<Fact> facts)
    {
        var where = facts
            .SelectMany(fact => fact.RestsOn)
            .Where(evidence => evidence.Seed == source.Seed && evidence.Passage.Heading is not null)
            .OrderBy(evidence => evidence.Start)
            .Select(evidence => evidence.Passage.Heading!)
            .Distinct()
            .ToList();
        if (book[source.Seed!.Value].Form != SeedForm.Notes)
        {
            var page = source.Short + SourceWords.Publisher(source);
            return where.Count == 0 ? page : $"{page}, under {Names.Join(where.Select(SourceWords.Quoted))}";
        }

        var note = $"our note on {source.Short}";
        return where.Count == 0 ? note : $"{note}, {Names.Join(Paragraphs([.. where.Select(heading => heading.ToLowerInvariant())]))}";
    }

    /// <summary>"paragraph 3, paragraph 4" reads better as "paragraphs 3 and 4".</summary>
    private static IEnumerable<string> Paragraphs(List<string> headings)
    {
        const string Word = "paragraph ";
        var numbers = headings
            .Where(heading => heading.StartsWith(Word, StringComparison.Ordinal))
            .Select(heading => heading[Word.Length..])
            .ToList();
        var others = headings.Where(heading => !heading.StartsWith(Word, StringComparison.Ordinal));
        return numbers.Count < 2 ? headings : others.Prepend($"paragraphs {Names.Join(numbers)}");
    }
}
