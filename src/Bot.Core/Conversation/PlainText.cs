using System.Diagnostics;
using System.Text;
using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation;

/// <summary>A reply as plain lines: the command line's renderer, and the <c>text</c> of the HTTP API.</summary>
public static class PlainText
{
    public static string Of(Reply reply)
    {
        var text = new StringBuilder(reply.Headline);
        foreach (var line in reply.Parts.SelectMany(Lines))
        {
            text.Append('\n').Append(line);
        }

        foreach (var field in (reply as Forms.Form)?.Fields ?? [])
        {
            text.Append("\n- ").Append(field.Label).Append(field.Hint is { } hint ? $" ({hint})" : "");
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
            FactPart fact => Fact(fact),
            Pair pair => Fact(pair.First).Concat(Fact(pair.Second)),
            Conflict conflict => Lines(conflict.First).Concat(Lines(conflict.Second)),
            Heading heading => ["", heading.Words],
            Quote quote => [$"  {Quoted.Of($"{quote.Before} \u201C{quote.Sentence}\u201D {quote.After}").Trim()}"],
            Explanation explanation => explanation.Lines.Select(line => $"  {line}"),
            Hint hint => [hint.Words],
            More more => [more.Words],
            Line line => [line.Command is null ? $"- {line.Words}" : $"- {line.Words}  ({line.Command})"],
            WebLink link => [$"- {link.Words}: {link.Address}"],
            Appointment appointment => [$"- {appointment.Plain}"],
            Named named => [$"- {named.Plain}"],
            Picture picture => [picture.AlternativeText],
            Actions => [],
            _ => throw new UnreachableException(),
        };

    private static IEnumerable<string> Fact(IShownFact fact)
    {
        yield return $"- {fact.Says}";
        if (fact.Quote is { } quote && !fact.Says.Contains(quote, StringComparison.Ordinal))
        {
            yield return $"  \u201C{quote}\u201D";
        }

        if (fact.Scope is { } scope)
        {
            yield return $"  {scope}";
        }

        yield return $"  [{fact.Attribution.StatusWords}; {fact.Attribution.Date}; {fact.Attribution.Age}]{string.Concat(fact.Attribution.Marks.Select(mark => $" [{mark}]"))}";
        yield return $"  Source: {string.Join("; ", fact.Attribution.Sources.Select(source => source.Words).Distinct())}";
    }
}
