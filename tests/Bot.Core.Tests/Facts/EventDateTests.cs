using Bot.Core.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Facts;

public sealed class EventDateTests
{
    [Theory]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("2025-02", "2025-02-01", "2025-02-28")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025-09-25", "2025-09-25", "2025-09-25")]
    [InlineData("../2025-09-25", null, "2025-09-25")]
    [InlineData("2025-08/..", "2025-08-01", null)]
    [InlineData("2025-08/2025-09", "2025-08-01", "2025-09-30")]
    public void A_date_says_the_first_and_last_day_it_can_mean(string text, string? first, string? last)
    {
        var date = EventDate.TryParse(text).ShouldNotBeNull();

        date.Earliest.ShouldBe(Day(first));
        date.Latest.ShouldBe(Day(last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("/")]
    [InlineData("2025-02-29")]
    [InlineData("2025-13")]
    [InlineData("2025-00")]
    [InlineData("2025-9")]
    [InlineData("0000")]
    [InlineData("25-09-2025")]
    [InlineData("2025-09-25-01")]
    [InlineData(" 2025")]
    [InlineData("+025")]
    [InlineData("\u0662\u0660\u0662\u0665")]
    [InlineData("2025/2024")]
    [InlineData("2025/2026/2027")]
    [InlineData("2025-09-25/")]
    public void What_is_no_date_is_not_read_as_one(string text) => EventDate.TryParse(text).ShouldBeNull();

    [Fact]
    public void Any_day_month_or_year_is_read_back_as_it_was_written() =>
        Properties.Hold(Partial, date => PartialDate.TryParse(date.ToString()).ShouldBe(date), 500);

    [Fact]
    public void Any_stretch_of_time_is_read_back_as_it_was_written() =>
        Properties.Hold(
            Stretches,
            date =>
            {
                EventDate.TryParse(date.ToString()).ShouldBe(date);
                (
                    date.Earliest is { } first && date.Latest is { } last
                        ? first <= last
                        : date.Earliest is not null || date.Latest is not null
                ).ShouldBeTrue();
            },
            500
        );

    [Fact]
    public void Any_text_is_a_date_that_says_the_same_again_or_none() =>
        Properties.Hold(
            AnyText.With(40, "2025", "-", "-09", "/", "..", "0"),
            text =>
            {
                if (EventDate.TryParse(text) is { } date)
                {
                    EventDate.TryParse(date.ToString()).ShouldBe(date);
                }
            },
            1_000
        );

    private static Gen<PartialDate> Partial { get; } =
        from day in Gen.Choose(DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber)
        from precision in Gen.Choose(1, 3)
        select new PartialDate(day.Year, precision > 1 ? day.Month : null, precision > 2 ? day.Day : null);

    private static Gen<EventDate> Stretches { get; } =
        from one in Partial
        from other in Partial
        from form in Gen.Choose(0, 3)
        let ordered = one.First <= other.Last ? (one, other) : (other, one)
        select form switch
        {
            0 => new EventDate(one, one),
            1 => new EventDate(null, one),
            2 => new EventDate(one, null),
            _ => new EventDate(ordered.Item1, ordered.Item2),
        };

    private static DateOnly? Day(string? text) => text is null ? null : PartialDate.TryParse(text)!.Value.First;
}
