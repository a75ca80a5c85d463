using Bot.Core.Digests;

namespace Bot.Core.Tests.Digests;

/// <summary>When digests are due, by the clocks of places that change them.</summary>
public sealed class CalendarTests
{
    private static readonly Timing Daily = new()
    {
        Days = Weekdays.All,
        At = new TimeOnly(9, 0),
        Zone = "Europe/Berlin",
    };

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-27")]
    [InlineData("Europe/Berlin", "2026-10-23")]
    [InlineData("Australia/Lord_Howe", "2026-04-03")]
    [InlineData("America/Havana", "2026-10-30")]
    [InlineData("Asia/Kolkata", "2026-10-30")]
    public void The_local_time_is_kept_over_both_changes_and_each_day_has_one(string zone, string from)
    {
        foreach (var at in new[] { new TimeOnly(0, 0), new TimeOnly(1, 45), new TimeOnly(2, 30), new TimeOnly(9, 0), new TimeOnly(23, 59) })
        {
            var first = DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
            var due = Run(
                Daily with
                {
                    At = at,
                    Zone = zone,
                },
                $"{first.AddDays(-1):yyyy-MM-dd}T00:00Z",
                $"{first.AddDays(5):yyyy-MM-dd}T00:00Z"
            );

            due.Select(each => each.Local)
                .Where(local => local >= first && local < first.AddDays(4))
                .ShouldBe(Enumerable.Range(0, 4).Select(day => first.AddDays(day) + at.ToTimeSpan()), $"{zone} {at}");
            due.ShouldAllBe(each => each.Missed == 0);
        }
    }

    [Fact]
    public void An_hour_that_is_skipped_gives_one_when_the_clocks_are_put_forward()
    {
        var due = Run(Daily with { At = new TimeOnly(2, 30) }, "2026-03-29T00:00Z", "2026-03-29T12:00Z").ShouldHaveSingleItem();

        due.At.ShouldBe(At("2026-03-29T01:00Z"));
    }

    [Fact]
    public void An_hour_that_comes_twice_gives_one_the_first_time()
    {
        var due = Run(Daily with { At = new TimeOnly(2, 30) }, "2026-10-24T12:00Z", "2026-10-25T12:00Z").ShouldHaveSingleItem();

        due.At.ShouldBe(At("2026-10-25T00:30Z"));
    }

    [Fact]
    public void Who_comes_back_within_the_doubled_hour_finds_what_was_due_the_first_time()
    {
        var timing = Daily with { At = new TimeOnly(2, 30) };

        Calendar
            .Due(timing, Zone(timing), At("2026-10-20T00:00Z"), new DateTime(2026, 10, 24, 2, 30, 0), At("2026-10-25T01:10Z"))!
            .At.ShouldBe(At("2026-10-25T00:30Z"));
        Calendar
            .Due(timing, Zone(timing), At("2026-10-20T00:00Z"), new DateTime(2026, 10, 25, 2, 30, 0), At("2026-10-25T01:40Z"))
            .ShouldBeNull();
    }

    [Fact]
    public void A_day_that_a_place_skips_whole_is_seen_to_when_it_would_have_begun()
    {
        var due = Run(Daily with { Zone = "Pacific/Apia" }, "2011-12-29T00:00Z", "2011-12-31T12:00Z");

        due.Select(each => each.Local.Day).ShouldBe([29, 30, 31]);
        due[1].At.ShouldBe(At("2011-12-30T10:00Z"));
    }

    [Fact]
    public void Only_the_days_that_are_wanted_count_and_those_that_nobody_saw_are_counted()
    {
        var timing = Daily with { Days = Weekdays.Monday | Weekdays.Thursday };

        Run(timing, "2026-06-01T00:00Z", "2026-06-15T00:00Z").Select(each => each.Local.Day).ShouldBe([1, 4, 8, 11]);
        var late = Calendar.Due(timing, Zone(timing), At("2026-06-01T00:00Z"), new DateTime(2026, 6, 1, 9, 0, 0), At("2026-06-12T00:00Z"))!;
        (late.Local.Day, late.Missed).ShouldBe((11, 2));
    }

    [Fact]
    public void What_came_before_it_was_set_up_is_not_due()
    {
        Calendar.Due(Daily, Zone(Daily), At("2026-06-01T07:00Z"), null, At("2026-06-01T08:00Z")).ShouldBeNull();
        Calendar.Due(Daily, Zone(Daily), At("2026-06-01T06:59Z"), null, At("2026-06-01T07:00Z"))!.Local.Hour.ShouldBe(9);
        Calendar
            .Due(Daily, Zone(Daily), At("2026-06-01T06:59Z"), new DateTime(2026, 6, 5, 9, 0, 0), At("2026-06-01T07:00Z"))
            .ShouldBeNull();
    }

    [Fact]
    public void Hourly_keeps_out_of_the_quiet_hours_and_the_doubled_hour_counts_once()
    {
        var timing = Daily with { At = null, Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(2, 0)) };

        var hours = Run(timing, "2026-10-24T18:30Z", "2026-10-25T03:30Z").Select(each => each.Local.Hour);

        hours.ShouldBe([21, 2, 3, 4]);
    }

    [Fact]
    public void Quiet_hours_end_by_the_clocks_of_the_place()
    {
        var timing = Daily with { Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(2, 30)) };

        Calendar.QuietUntil(timing, Zone(timing), At("2026-03-28T22:00Z")).ShouldBe(At("2026-03-29T01:00Z"));
        Calendar.QuietUntil(timing, Zone(timing), At("2026-06-01T20:00Z")).ShouldBe(At("2026-06-02T00:30Z"));
        Calendar.QuietUntil(timing, Zone(timing), At("2026-06-01T19:59Z")).ShouldBeNull();
    }

    [Fact]
    public void The_next_time_is_the_one_that_falls_due_next()
    {
        var timing = Daily with { Days = Weekdays.Friday };

        Calendar.Next(timing, Zone(timing), null, At("2026-06-05T07:00Z")).ShouldBe(At("2026-06-12T07:00Z"));
        Calendar.Next(timing, Zone(timing), null, At("2026-06-05T06:59Z")).ShouldBe(At("2026-06-05T07:00Z"));
        Calendar
            .Next(timing with { At = null, Days = Weekdays.All }, Zone(timing), null, At("2026-06-05T07:30Z"))
            .ShouldBe(At("2026-06-05T08:00Z"));
    }

    [Fact]
    public void Rules_that_change_while_the_service_is_away_give_none_twice_and_leave_none_out()
    {
        // By the old rules nine has come already, by the new ones it comes an hour later, or came an hour before.
        foreach (var hours in new[] { -1, 1 })
        {
            var (old, changed) = (Fixed(2), Fixed(2 + hours));
            DateTime? last = null;
            var due = new List<DueTime>();
            for (var now = At("2026-06-01T00:00Z"); now < At("2026-06-05T00:00Z"); now = now.AddMinutes(1))
            {
                if (Calendar.Due(Daily, now < At("2026-06-03T07:30Z") ? old : changed, At("2026-06-01T00:00Z"), last, now) is { } next)
                {
                    due.Add(next);
                    last = next.Local;
                }
            }

            due.Select(each => each.Local.Day).ShouldBe([1, 2, 3, 4]);
        }

        static TimeZoneInfo Fixed(int hours) => TimeZoneInfo.CreateCustomTimeZone($"x{hours}", TimeSpan.FromHours(hours), null, null);
    }

    [Theory]
    [InlineData("daily 09:00 Europe/Berlin - -")]
    [InlineData("mon,thu hourly UTC 22:00-07:30 corrections")]
    public void A_timing_is_written_as_it_is_read(string text) => Timing.TryParse(text)!.ToString().ShouldBe(text);

    [Theory]
    [InlineData("never 09:00 UTC - -")]
    [InlineData("daily 25:00 UTC - -")]
    [InlineData("daily 09:00 UTC 5-5 -")]
    [InlineData("daily 09:00 UTC -")]
    public void What_is_no_timing_is_not_read(string text) => Timing.TryParse(text).ShouldBeNull();

    private static List<DueTime> Run(Timing timing, string from, string to)
    {
        var (zone, since) = (Zone(timing), At(from));
        var (due, last) = (new List<DueTime>(), (DateTime?)null);
        for (var now = since; now < At(to); now = now.AddMinutes(1))
        {
            if (Calendar.Due(timing, zone, since.AddMinutes(-1), last, now) is { } next)
            {
                (next.At <= now, now - next.At < TimeSpan.FromMinutes(1)).ShouldBe((true, true), $"{now} {next}");
                due.Add(next);
                last = next.Local;
            }
        }

        return due;
    }

    private static TimeZoneInfo Zone(Timing timing) => TimeZoneInfo.FindSystemTimeZoneById(timing.Zone);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
