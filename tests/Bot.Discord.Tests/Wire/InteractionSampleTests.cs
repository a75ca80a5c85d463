using System.Text;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Wire;

/// <summary>Interactions as Discord sends them, of every kind and from every place, with fields that nobody here reads.</summary>
public sealed class InteractionSampleTests
{
    [Fact]
    public void A_command_in_a_guild_that_installed_the_app()
    {
        var read = Read(
            """
            {"id":"18446744073709551615","application_id":"1200000000000000001","type":2,"token":"tok","version":1,"guild_id":"900000000000000007",
             "guild":{"id":"900000000000000007","locale":"de","features":["COMMUNITY"]},"channel_id":"900000000000000008",
             "channel":{"id":"900000000000000008","type":99,"name":"news"},"context":0,"locale":"de","guild_locale":"de",
             "app_permissions":"9007199254740993000000","attachment_size_limit":10485760,"entitlements":[],
             "authorizing_integration_owners":{"0":"900000000000000007","1":"5"},
             "member":{"user":{"id":"5","username":"mina","discriminator":"0","avatar":null,"global_name":null},"nick":null,"roles":["11","12"],
                       "permissions":"1152921504606847008","joined_at":"2024-02-29T12:00:00+00:00","deaf":false,"mute":false,"flags":0,"pending":false},
             "data":{"id":"33","name":"story","type":1,"options":[{"name":"who","type":1,"options":[{"name":"name","type":3,"value":"the council"}]}]}}
            """
        );

        read.Id.Value.ShouldBe(ulong.MaxValue);
        read.Installed.ShouldBe(new Snowflake(900000000000000007));
        read.Member!.User!.Id.ShouldBe(new Snowflake(5));
        Permissions.Of(read.Member.Permissions).Has(Permissions.ManageGuild).ShouldBeTrue();
        read.Data!.Options![0].Options![0].Value!.Value.GetString().ShouldBe("the council");
        read.Token.ToString().ShouldNotContain("tok-");
    }

    [Fact]
    public void A_command_in_a_direct_message_has_a_user_and_no_member()
    {
        var read = Read(
            """
            {"id":"1","application_id":"2","type":2,"token":"t","version":1,"channel_id":"3","channel":{"id":"3","type":1},"context":1,"locale":"en-GB",
             "user":{"id":"5","username":"jo","discriminator":"0"},"authorizing_integration_owners":{"0":"0","1":"5"},"entitlements":[],
             "data":{"id":"33","name":"privacy","type":1}}
            """
        );

        (read.User!.Id, read.Member, read.Installed).ShouldBe((new Snowflake(5), null, null));
        read.Data!.Options.ShouldBeNull();
    }

    [Fact]
    public void A_guild_in_which_only_a_person_installed_the_app_is_nobodys_community() =>
        Read(
            """
            {"id":"1","application_id":"2","type":2,"token":"t","version":1,"guild_id":"7","channel_id":"3","authorizing_integration_owners":{"1":"5"},
             "member":{"user":{"id":"5"},"roles":[],"permissions":"0"},"data":{"id":"33","name":"ask","type":1}}
            """
        )
            .Installed.ShouldBeNull();

    [Fact]
    public void An_autocomplete_says_which_option_is_typed_and_may_lack_others()
    {
        var read = Read(
            """
            {"id":"1","application_id":"2","type":4,"token":"t","version":1,"channel_id":"3","user":{"id":"5"},
             "data":{"id":"33","name":"story","type":1,"options":[{"name":"what","type":1,"options":[{"name":"kind","type":4,"value":"12","focused":true}]}]}}
            """
        );

        read.Data!.Options![0]
            .Options![0]
            .ShouldSatisfyAllConditions(option => option.Focused.ShouldBeTrue(), option => option.Value!.Value.GetString().ShouldBe("12"));
    }

    [Fact]
    public void A_pressed_button_tells_its_id() =>
        Read(
            """
            {"id":"1","application_id":"2","type":3,"token":"t","version":1,"channel_id":"3","user":{"id":"5"},
             "message":{"id":"44","content":"x","flags":64,"components":[{"type":1,"components":[{"type":2,"style":2,"label":"y","custom_id":"z"}]}]},
             "data":{"component_type":2,"custom_id":"1:say:/ask","id":1}}
            """
        )
            .Data!.CustomId.ShouldBe("1:say:/ask");

    [Fact]
    public void A_message_from_a_menu_comes_with_its_text()
    {
        var read = Read(
            """
            {"id":"1","application_id":"2","type":2,"token":"t","version":1,"channel_id":"3","user":{"id":"5"},
             "data":{"id":"33","name":"Ask about this","type":3,"target_id":"44",
                     "resolved":{"messages":{"44":{"id":"44","type":0,"content":"who responded?","author":{"id":"6","username":"b"},"attachments":[],"embeds":[]}},"users":{}}}}
            """
        );

        read.Data!.Resolved!.Messages![read.Data.TargetId!].Content.ShouldBe("who responded?");
    }

    [Fact]
    public void A_ping_has_next_to_nothing() =>
        Read("""{"id":"1","application_id":"2","type":1,"token":"t","version":1}""").Type.ShouldBe(Interaction.Ping);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":1,"application_id":"2","type":1,"token":"t"}""")]
    [InlineData("""{"id":"-1","application_id":"2","type":1,"token":"t"}""")]
    [InlineData("""{"id":"18446744073709551616","application_id":"2","type":1,"token":"t"}""")]
    [InlineData("""{"id":"1","application_id":"2","type":"1","token":"t"}""")]
    [InlineData("""{"id":"1","application_id":"2","type":1}""")]
    [InlineData("""{"id":"1","application_id":"2","type":2,"token":"t","data":7}""")]
    public void What_is_no_interaction_is_none(string text) => DiscordJson.Read(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    private static Interaction Read(string json) => DiscordJson.Read(Encoding.UTF8.GetBytes(json)).ShouldNotBeNull();
}
