using System.Text;
using Bot.Slack.Events;

namespace Bot.Slack.Tests.Events;

/// <summary>Against signatures that others have made.</summary>
public sealed class RequestSignatureTests
{
    private const string Secret = "d1f0a27c3b5e4986a0c4e7b2915f6d38";
    private const string Timestamp = "1700000000";
    private const string Command =
        "team_id=T0HARBOR1&channel_id=C0HARBOR2&user_id=U0HARBOR3&command=%2Fask&text=what+is+caf%C3%A9+time%3F&api_app_id=A0HARBOR4&trigger_id=1.2.abc";
    private const string OfCommand = "v0=33fbbccb4d30a68811dae1550477fef1498989461122811aa5afc7db817edf04";

    [Theory]
    [InlineData(Command, OfCommand)]
    [InlineData(
        """{"type":"event_callback","event":{"type":"app_mention","text":"<@U0BOT> naïve ✓"}}""",
        "v0=edc556f2eed29758fe8704b7414197a0434abf73303d3d960fefcab2060e5cb9"
    )]
    [InlineData("", "v0=87e3e8a93e2e40f52e476bc7c8223ab1209c537eb78a1657f159424537d10254")]
    public void What_was_signed_holds(string body, string signed) =>
        new RequestSignature(Secret).Holds(signed, Timestamp, Encoding.UTF8.GetBytes(body)).ShouldBeTrue();

    /// <summary>The worked example of Slack's own page.</summary>
    [Fact]
    public void What_slack_shows_as_signed_holds() =>
        new RequestSignature("8f742231b10e8888abcd99yyyzzz85a5")
            .Holds(
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "1531420618",
                "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"u8
            )
            .ShouldBeTrue();

    [Theory]
    [InlineData(null, Timestamp)]
    [InlineData("", Timestamp)]
    [InlineData("v1=33fbbccb4d30a68811dae1550477fef1498989461122811aa5afc7db817edf04", Timestamp)]
    [InlineData("v0=33FBBCCB4D30A68811DAE1550477FEF1498989461122811AA5AFC7DB817EDF04", Timestamp)]
    [InlineData("v0=33fbbccb4d30a68811dae1550477fef1498989461122811aa5afc7db817edf0", Timestamp)]
    [InlineData("33fbbccb4d30a68811dae1550477fef1498989461122811aa5afc7db817edf04", Timestamp)]
    [InlineData("v0=33fbbccb4d30a68811dae1550477fef1498989461122811aa5afc7db817edf0é", Timestamp)]
    [InlineData(OfCommand, null)]
    [InlineData(OfCommand, "")]
    [InlineData(OfCommand, "1700000001")]
    [InlineData(OfCommand, " 1700000000")]
    [InlineData(OfCommand, "+1700000000")]
    [InlineData(OfCommand, "1700000000.0")]
    [InlineData(OfCommand, "99999999999999999999999")]
    public void Whatever_else_there_is_does_not(string? signed, string? timestamp) =>
        new RequestSignature(Secret).Holds(signed, timestamp, Encoding.UTF8.GetBytes(Command)).ShouldBeFalse();
}
