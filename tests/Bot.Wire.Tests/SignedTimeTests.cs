using Microsoft.Extensions.Time.Testing;

namespace Bot.Wire.Tests;

public sealed class SignedTimeTests
{
    private static readonly FakeTimeProvider Time = new(DateTimeOffset.FromUnixTimeSeconds(1_767_225_600));

    [Theory]
    [InlineData("1767225600", true)]
    [InlineData("1767225300", true)]
    [InlineData("1767225900", true)]
    [InlineData("1767225299", false)]
    [InlineData("1767225901", false)]
    [InlineData("00000000001767225600", true)]
    [InlineData("000000000001767225600", false)]
    [InlineData("+1767225600", false)]
    [InlineData("-1767225600", false)]
    [InlineData(" 1767225600", false)]
    [InlineData("1767225600.0", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void What_was_signed_within_five_minutes_is_of_now_and_what_is_no_time_never(string? header, bool isOfNow) =>
        SignedTime.IsOfNow(header, Time).ShouldBe(isOfNow);
}
