using System.Globalization;
using Bot.Core.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Rules;

public sealed class DateTests
{
    private static readonly Gen<PartialDate> Dates =
        from year in Gen.Choose(1, 9999)
        from month in Gen.Choose(0, 12)
        from day in Gen.Choose(0, month == 0 ? 0 : DateTime.DaysInMonth(year, month))
        select new PartialDate(year, month == 0 ? null : month, day == 0 ? null : day);

    private static readonly Gen<EventDate> Spans =
        from start in Dates
        from end in Dates
        from shape in Gen.Choose(0, 3)
        let ordered = start.First <= end.Last ? (start, end) : (end, start)
        select shape switch
        {
            0 => new EventDate(start, start),
            1 => new EventDate(null, end),
            2 => new EventDate(start, null),
            _ => new EventDate(ordered.Item1, ordered.Item2),
        };

    [Fact]
    public void A_date_that_is_written_out_reads_back_the_same() =>
        Prop.ForAll(Spans.ToArbitrary(), span => span.Equals(EventDate.TryParse(span.ToString()))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_a_date_or_none() =>
        Prop.ForAll(
                Gen.Elements("2025", "-", "0", "12", "31", "/", "..", "2025-02-29", " ", "٣", "x")
                    .ListOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                text => EventDate.TryParse(text) is not { } span || span.Equals(EventDate.TryParse(span.ToString()))
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2025-08", "2025-08-01", "2025-08-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("../2025-09-25", null, "2025-09-25")]
    [InlineData("2025-09-25/..", "2025-09-25", null)]
    [InlineData("2025-08/2025-09", "2025-08-01", "2025-09-30")]
    public void A_date_has_a_first_and_a_last_day(string text, string? first, string? last)
    {
        var span = EventDate.TryParse(text).ShouldNotBeNull();

        (span.Earliest, span.Latest).ShouldBe((Day(first), Day(last)));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
