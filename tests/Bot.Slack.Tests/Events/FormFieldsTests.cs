using System.Net;
using System.Text;
using Bot.Slack.Events;
using Bot.Slack.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Slack.Tests.Events;

public sealed class FormFieldsTests
{
    [Fact]
    public void A_command_is_read_with_all_that_goes_with_it()
    {
        var command = FormFields
            .ReadCommand(
                "token=x&team_id=T0HARBOR1&team_domain=harbour&channel_id=C0HARBOR2&channel_name=quay&user_id=U0HARBOR3&user_name=mira&command=%2Ftimeline&text=%3C%40U0HARBOR9%3E+caf%C3%A9+100%&api_app_id=A0HARBOR4&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0HARBOR1%2F1%2Fabc&trigger_id=1.2.abc"u8
            )
            .ShouldNotBeNull();

        command.ShouldBe(
            new SlashCommand
            {
                Command = "/timeline",
                Text = "<@U0HARBOR9> café 100%",
                TeamId = "T0HARBOR1",
                ChannelId = "C0HARBOR2",
                UserId = "U0HARBOR3",
                IsEnterpriseInstall = "false",
                ApiAppId = "A0HARBOR4",
                ResponseUrl = new ResponseUrl("https://hooks.slack.com/commands/T0HARBOR1/1/abc"),
                TriggerId = "1.2.abc",
            }
        );
        command.ToString().ShouldNotContain("hooks.slack.com");
    }

    [Theory]
    [InlineData("")]
    [InlineData("command=%2Fask")]
    [InlineData("command=%2Fask&team_id=T1&channel_id=C1")]
    [InlineData("xcommand=%2Fask&team_id=T1&channel_id=C1&user_id=U1")]
    public void What_lacks_something_is_no_command(string body) => FormFields.ReadCommand(Encoding.UTF8.GetBytes(body)).ShouldBeNull();

    [Theory]
    [InlineData("ssl_check=1&token=x", true)]
    [InlineData("token=x&ssl_check=1", true)]
    [InlineData("ssl_check=1", true)]
    [InlineData("ssl_check=10", false)]
    [InlineData("text=ssl_check=1", false)]
    [InlineData("not_ssl_check=1", false)]
    public void A_probe_is_told_by_its_field(string body, bool isProbe) =>
        FormFields.IsProbe(Encoding.UTF8.GetBytes(body)).ShouldBe(isProbe);

    [Fact]
    public void An_interaction_is_the_JSON_of_one_field()
    {
        var json =
            """{"type":"block_actions","user":{"id":"U1","team_id":"T1"},"actions":[{"action_id":"1:say:/help & +","type":"button"}]}""";

        var read = FormFields.ReadInteraction(Encoding.UTF8.GetBytes("x=y&payload=" + WebUtility.UrlEncode(json))).ShouldNotBeNull();

        read.Chosen.ShouldNotBeNull().ShouldHaveSingleItem().ActionId.ShouldBe("1:say:/help & +");
        FormFields.ReadInteraction("payload=%7B"u8).ShouldBeNull();
        FormFields.ReadInteraction("payload=%7B%22type%22%3A%22%5Cud800%22%7D"u8).ShouldBeNull();
        FormFields.ReadInteraction("x=y"u8).ShouldBeNull();
    }

    [Fact]
    public void Any_text_comes_out_as_it_went_in() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<UnicodeString>(),
                text =>
                {
                    var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
                    var body = $"command=%2Fx&team_id=T&channel_id=C&user_id=U&text={WebUtility.UrlEncode(whole)}&z=";
                    FormFields.ReadCommand(Encoding.UTF8.GetBytes(body))!.Text.ShouldBe(whole);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
