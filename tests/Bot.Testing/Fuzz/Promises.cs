using System.Buffers;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Testing.Fuzz;

/// <summary>What every reply keeps to, whatever was typed.</summary>
public static class Promises
{
    /// <summary>Signs that no text of a story holds, and that work on one platform or another.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("@<>`*_~|\\#");

    /// <summary>The first promise that a reply does not keep; null when it keeps all.</summary>
    public static Fault? Broken(Reply reply, StorySnapshot story) =>
        string.IsNullOrWhiteSpace(reply.Headline) ? new Fault("A reply has a first line.", reply.GetType().Name)
        : Shown(reply).Select(Surprise).FirstOrDefault(seen => seen is not null) is { } surprise
            ? new Fault("A reply has no character that does something.", surprise)
        : Bare(reply) is { } bare ? new Fault("What is shown of a fact stands with its speaker, status and source.", bare)
        : Dead(reply, story) is { } dead ? new Fault("What a button stands for works.", dead)
        : reply is AnswerReply { Answer: var answer } ? Unfounded(answer, reply) ?? OutOfRange(answer, story.Book)
        : null;

    /// <summary>An asker's words come back as letters and digits only, so that nothing in them works.</summary>
    public static Fault? Echoed(Reply reply) =>
        Shown(reply).FirstOrDefault(text => text.AsSpan().ContainsAny(Signs)) is { } echo
            ? new Fault("Nothing of the asker's works.", echo)
            : null;

    /// <summary>All that a person sees of a reply: its plain text and the labels of its buttons.</summary>
    private static IEnumerable<string> Shown(Reply reply) =>
        reply.Parts.OfType<Actions>().SelectMany(actions => actions.Items).Select(item => item.Label).Prepend(PlainText.Of(reply));

    /// <summary>A control character, half a character, or a mark of direction that goes on beyond its line.</summary>
    private static string? Surprise(string text)
    {
        var open = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            open +=
                c is (>= '\u202A' and <= '\u202B') or (>= '\u202D' and <= '\u202E') or (>= '\u2066' and <= '\u2068') ? 1
                : c is '\u202C' or '\u2069' ? -1
                : 0;
            var half = char.IsSurrogate(c) && !(at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]));
            if ((char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' || half || open < 0 || (c == '\n' && open != 0))
            {
                return $"U+{(int)c:X4} at {at} of \u201C{text}\u201D";
            }

            at += char.IsHighSurrogate(c) ? 1 : 0;
        }

        return open == 0 ? null : $"A mark of direction is left open in \u201C{text}\u201D";
    }

    private static string? Bare(Reply reply) =>
        reply
            .Parts.SelectMany(Facts)
            .FirstOrDefault(fact =>
                string.IsNullOrWhiteSpace(fact.Says)
                || string.IsNullOrWhiteSpace(fact.Attribution.Speaker)
                || string.IsNullOrWhiteSpace(fact.Attribution.StatusWords)
                || fact.Attribution.Sources.Count == 0
            )
            ?.Id.Value;

    private static string? Dead(Reply reply, StorySnapshot story) =>
        reply
            .Parts.SelectMany(part =>
                part switch
                {
                    Actions actions => actions.Items.Select(item => item.Command),
                    Line { Command: { } command } => [command],
                    _ => [],
                }
            )
            .FirstOrDefault(command => Grammar.Parse(command) is not Parsed.Understood);

    /// <summary>Who answers has a fact with a source to show, or the sentence of a document. Lists of sources and of changes are their own.</summary>
    private static Fault? Unfounded(Answer answer, Reply reply)
    {
        if (answer.Outcome is Outcome.Abstained || answer.Shape is Shape.Sources or Shape.Changes or Shape.Gaps)
        {
            return null;
        }

        var shown = reply.Parts.SelectMany(Facts).Select(fact => fact.Id).ToHashSet();
        return answer.Shape is Shape.FromPassage
            ? answer.Passages.Count > 0 && reply.Parts.OfType<Quote>().Any(quote => quote.Sentence == answer.Passages[0].Passage.Text)
                ? null
                : new Fault("An answer from a document quotes it.", reply.Headline)
            : answer.Facts.Count == 0
                ? new Fault("An answer rests on something.", $"{answer.Shape}: {reply.Headline}")
                : answer.Facts.FirstOrDefault(fact => !shown.Contains(fact.Fact.Id)) is { } hidden
                    ? new Fault("What an answer rests on is shown.", hidden.Fact.Id.Value)
                    : null;
    }

    private static Fault? OutOfRange(Answer answer, FactBook book)
    {
        var scores = answer
            .Facts.Concat(answer.Nearest)
            .Select(fact => fact.Score)
            .Concat(answer.Passages.Select(passage => passage.Score))
            .Append(answer.Confidence);
        return scores.Any(score => score is not (>= 0 and <= 1)) ? new Fault("Scores are within 0 and 1.", string.Join(' ', scores))
            : answer.Passages.FirstOrDefault(passage => !Stands(passage.Passage, book[passage.Passage.Seed].Text)) is { } astray
                ? new Fault("A passage stands where it says.", $"{astray.Passage.Start} to {astray.Passage.End}")
            : null;
    }

    private static bool Stands(Passage passage, string text) =>
        passage.Start >= 0
        && passage.Start < passage.End
        && passage.End <= text.Length
        && text.AsSpan(passage.Start, passage.End - passage.Start).SequenceEqual(passage.Text);

    private static IEnumerable<IShownFact> Facts(Part part) =>
        part switch
        {
            FactPart fact => [fact],
            Pair pair => [pair.First, pair.Second],
            Conflict conflict => [conflict.First, conflict.Second],
            _ => [],
        };
}
