using System.Globalization;
using Bot.Core.Facts;

namespace Bot.Core.Questions.Understanding;

/// <summary>Reads dates, and what they are there for: when it happened, what was known by then, what is new since then.</summary>
internal static class ReadDates
{
    public static Question Apply(Question question, Context context)
    {
        var words = question.Words;
        List<MentionedDate> dates = [];
        List<int> months = [];
        bool[] dateWords = [];
        for (var at = 0; at < words.Count; )
        {
            var (date, length) = DateAt(words, at, context.Today);
            if (date is null && length == 2 && question.Asks("known"))
            {
                date = WithoutYear(words, at, context);
            }

            if (date is not null)
            {
                dates.Add(new MentionedDate(date, RoleAt(question, at)));
                dateWords = dateWords.Length > 0 ? dateWords : new bool[words.Count];
                dateWords.AsSpan(at, length).Fill(true);
            }

            at += Math.Max(1, length);
        }

        for (var at = 0; at < words.Count; at++)
        {
            if (MonthAt(words, at) is { } month)
            {
                months.Add(month);
            }
        }

        if (dates.Count == 0)
        {
            return months.Count == 0 ? question : question with { Months = months };
        }

        var known = dates.Find(date => date.Role == DateRole.Known)?.Date.Latest;
        return question with
        {
            Dates = dates,
            Months = months,
            DateWords = dateWords,
            AsOf = question.AsOf.Known is null && known is { } day ? question.AsOf with { Known = day } : question.AsOf,
        };
    }

    private static DateRole RoleAt(Question question, int at)
    {
        var before = question.Words.Take(at).Reverse().Take(3).Select(word => word.Normal).ToList();
        return before.Contains("since") || before is ["after", ..] ? DateRole.Since
            : question.Asks("known") ? DateRole.Known
            : DateRole.Happened;
    }

    private static (EventDate? Date, int Length) DateAt(IReadOnlyList<Word> words, int at, DateOnly today)
    {
        var relative = words[at].Normal switch
        {
            "today" => today,
            "yesterday" => today.AddDays(-1),
            _ => (DateOnly?)null,
        };
        if (relative is { } day)
        {
            return (Single(PartialDate.Of(day)), 1);
        }

        if (words[at].Normal == "last" && Last(Peek(words, at + 1), today) is { } last)
        {
            return (last, 2);
        }

        if (MonthAt(words, at) is { } month)
        {
            return AfterMonth(words, at, month);
        }

        if (DayAt(words, at) is { } first && MonthAt(words, at + 1) is { } next)
        {
            var year = YearAt(words, at + 2);
            return year is { } y && first <= DateTime.DaysInMonth(y, next) ? (Single(new PartialDate(y, next, first)), 3) : (null, 2);
        }

        if (YearAt(words, at) is { } whole)
        {
            return Iso(words, at, whole);
        }

        return (null, 1);
    }

    /// <summary>The whole week, month or year before this one; null for any other word.</summary>
    private static EventDate? Last(string? span, DateOnly today) =>
        span switch
        {
            "week" when today.AddDays(-7 - (((int)today.DayOfWeek + 6) % 7)) is var monday => new EventDate(
                PartialDate.Of(monday),
                PartialDate.Of(monday.AddDays(6))
            ),
            "month" when today.AddMonths(-1) is var month => Single(new PartialDate(month.Year, month.Month)),
            "year" => Single(new PartialDate(today.Year - 1)),
            _ => null,
        };

    /// <summary>The day beside the name of a month, "25 September" or "September 25th"; null when there is none.</summary>
    public static int? DayWithoutYear(IReadOnlyList<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (MonthAt(words, at) is not null)
            {
                return DayAt(words, at + 1) ?? (at > 0 ? DayAt(words, at - 1) : null);
            }
        }

        return null;
    }

    /// <summary>"What did we know on 1 September": the one nearest to the last day that the story was looked at.</summary>
    private static EventDate? WithoutYear(IReadOnlyList<Word> words, int at, Context context)
    {
        var (month, day) = MonthAt(words, at) is { } first
            ? (first, DayAt(words, at + 1))
            : (MonthAt(words, at + 1) ?? 0, DayAt(words, at));
        var last = context.Index.Book.Facts.Max(fact => fact.Checked) ?? context.Today;
        return Enumerable
            .Range(last.Year - 1, 3)
            .Where(year => month > 0 && day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateOnly(year, month, day!.Value))
            .Where(date => date <= context.Today)
            .OrderBy(date => Math.Abs(date.DayNumber - last.DayNumber))
            .Select(date => Single(PartialDate.Of(date)))
            .FirstOrDefault();
    }

    private static (EventDate? Date, int Length) AfterMonth(IReadOnlyList<Word> words, int at, int month)
    {
        if (DayAt(words, at + 1) is { } day && YearAt(words, at + 2) is { } year && day <= DateTime.DaysInMonth(year, month))
        {
            return (Single(new PartialDate(year, month, day)), 3);
        }

        return YearAt(words, at + 1) is { } alone
            ? (Single(new PartialDate(alone, month)), 2)
            : (null, DayAt(words, at + 1) is null ? 1 : 2);
    }

    private static (EventDate? Date, int Length) Iso(IReadOnlyList<Word> words, int at, int year)
    {
        if (DayAt(words, at + 1) is >= 1 and <= 12 and var month && Peek(words, at + 1)!.Length == 2)
        {
            return DayAt(words, at + 2) is { } day && Peek(words, at + 2)!.Length == 2 && day <= DateTime.DaysInMonth(year, month)
                ? (Single(new PartialDate(year, month, day)), 3)
                : (Single(new PartialDate(year, month)), 2);
        }

        return (Single(new PartialDate(year)), 1);
    }

    private static EventDate Single(PartialDate date) => new(date, date);

    private static string? Peek(IReadOnlyList<Word> words, int at) => at < words.Count ? words[at].Normal : null;

    /// <summary>The number of the month that a word names; null when it names none.</summary>
    public static int? MonthAt(IReadOnlyList<Word> words, int at)
    {
        if (
            Peek(words, at) is not { Length: >= 3 } word
            || (
                word is "may" or "mar" or "sep" or "dec" or "march"
                && !words[at].IsCapitalised
                && YearAt(words, at + 1) is null
                && (at == 0 || DayAt(words, at - 1) is null)
            )
        )
        {
            return null;
        }

        return word switch
        {
            "january" or "jan" => 1,
            "february" or "feb" => 2,
            "march" or "mar" => 3,
            "april" or "apr" => 4,
            "may" => 5,
            "june" or "jun" => 6,
            "july" or "jul" => 7,
            "august" or "aug" => 8,
            "september" or "sept" or "sep" => 9,
            "october" or "oct" => 10,
            "november" or "nov" => 11,
            "december" or "dec" => 12,
            _ => null,
        };
    }

    private static int? DayAt(IReadOnlyList<Word> words, int at)
    {
        if (Peek(words, at) is not { } word || !char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        var digits = word.AsSpan().TrimEnd("stndrh");
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? YearAt(IReadOnlyList<Word> words, int at) =>
        Peek(words, at) is { Length: 4 } word
        && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1900 and <= 2100
            ? year
            : null;
}
