using System.Globalization;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;

namespace Bot.Core.Tests.Conversation;

/// <summary>Dates are told in English and by the common calendar, wherever the service runs.</summary>
public sealed class DateWordsTests
{
    [Theory]
    [InlineData("th-TH")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void The_place_where_the_service_runs_changes_no_date(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var at = new DateTimeOffset(2026, 12, 1, 1, 58, 0, TimeSpan.Zero);
            DateWords.Moment(at).ShouldBe("1 December 2026, 01:58 UTC");
            DateWords.ShortMoment(at).ShouldBe("1 Dec 2026 01:58 UTC");
            DateWords.TimeOfDay(at).ShouldBe("01:58 UTC");
            DateWords.Day(new DateOnly(2026, 12, 1)).ShouldBe("1 December 2026");
            var status = PlainText.Of(BothStories.Desk.Handle(new Command.Status()));
            status.ShouldContain("since 1 June 2026");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
