using System.Diagnostics;
using System.Text;

namespace Bot.Core.Conversation;

/// <summary>A reply as plain lines: the command line's renderer, and the <c>text</c> of the JSON door.</summary>
public static class PlainText
{
    public static string Of(Reply reply)
    {
        var text = new StringBuilder(reply.Headline);
        foreach (var line in reply.Parts.SelectMany(Lines))
        {
            text.Append('\n').Append(line);
        }

        if (reply.Foot is { } foot)
        {
            text.Append("\n\n").Append(foot);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(Part part) =>
        part switch
        {
            FactPart fact => Fact("- ", fact.Says, fact.Quote, fact.Scope, fact.Attribution),
            Pair pair => Fact("- ", pair.First.Says, pair.First.Quote, pair.First.Scope, pair.First.Attribution)
                .Concat(Fact("- ", pair.Second.Says, pair.Second.Quote, pair.Second.Scope, pair.Second.Attribution)),
            Conflict conflict => Lines(conflict.First).Concat(Lines(conflict.Second)),
            Heading heading => ["", heading.Words],
            Quote quote => [$"  {$"{quote.Before} \u201C{quote.Sentence}\u201D {quote.After}".Trim()}"],
            Explanation explanation => explanation.Lines.Select(line => $"  {line}"),
            Hint hint => [hint.Words],
            Line line => [line.Command is null ? $"- {line.Words}" : $"- {line.Words}  ({line.Command})"],
            Picture picture => [picture.AlternativeText],
            Actions => [],
            _ => throw new UnreachableException(),
        };

    private static IEnumerable<string> Fact(string mark, string says, string? quote, string? scope, Attribution attribution)
    {
        yield return mark + says;
        if (quote is not null && !says.Contains(quote, StringComparison.Ordinal))
        {
            yield return $"  \u201C{quote}\u201D";
        }

        if (scope is not null)
        {
            yield return $"  {scope}";
        }

        yield return $"  [{attribution.StatusWords}; {attribution.Date}; {attribution.Age}]{string.Concat(attribution.Marks.Select(mark => $" [{mark}]"))}";
        yield return $"  Source: {string.Join("; ", attribution.Sources.Select(source => source.Words).Distinct())}";
    }
}
