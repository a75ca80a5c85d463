using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Conversation;

/// <summary>Reads a date that was typed after a command as one in a question is: <c>September 2025</c>, <c>last week</c>, <c>from 2025-08 to 2025-09</c>.</summary>
internal static class TypedDate
{
    private static readonly HashSet<string> Joining =
    [
        "in",
        "on",
        "of",
        "the",
        "during",
        "between",
        "and",
        "from",
        "since",
        "to",
        "until",
        "till",
    ];

    /// <summary>Null for what is no date, or is one and more.</summary>
    public static EventDate? Read(string text, Room room)
    {
        if (EventDate.TryParse(text) is { } exact)
        {
            return exact;
        }

        var question = Passes.Understand(text, new AsOf(), new Context(room.Story.Index, room.Today));
        var dates = question.Dates;
        if (question.LeftOut.Count > 0 || question.Beside.Count > 0 || dates.Count is 0 or > 2)
        {
            return null;
        }

        var start = dates[0].Date.From;
        for (var at = 0; at < question.Words.Count; at++)
        {
            if (question.IsOfDate(at) || Joining.Contains(question.Words[at].Normal))
            {
                continue;
            }

            // "August to September 2025": the year is said once.
            if (at > 1 || dates.Count > 1 || ReadDates.MonthAt(question.Words, at) is not { } month)
            {
                return null;
            }

            start = new PartialDate(start!.Value.Year, month);
        }

        var end = dates[^1].Date.To;
        return dates.Count == 2 || start != dates[0].Date.From
            ? Span(start, end)
            : question.Words[0].Normal switch
            {
                "since" or "from" => Span(start, null),
                "until" or "till" or "to" => Span(null, end),
                _ => dates[0].Date,
            };
    }

    public static Refusal Refuse(string text, Room room) =>
        new() { Headline = CommandWords.NotADateInWords(text), Parts = [new Hint(CommandWords.SeeHelp(room.Naming))] };

    private static EventDate? Span(PartialDate? from, PartialDate? to) => from?.First > to?.Last ? null : new EventDate(from, to);
}
