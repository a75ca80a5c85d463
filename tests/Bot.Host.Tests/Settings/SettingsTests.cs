using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Settings;

public sealed class SettingsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_mistake_of_every_section_is_told_at_once()
    {
        using var stories = new TemporaryStories("bridge");

        var refused = await Should.ThrowAsync<StartupRefusedException>(() =>
            RunningHost.Start(
                stories,
                Cancellation,
                settings: [("Stories:Sedes", "elsewhere"), ("Private:Key", "short"), ("Public:Url", "http://+:8080")]
            )
        );

        refused.Sentences.Count.ShouldBe(3);
        refused.Message.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Did you mean `Stories:Seeds`?"),
            text => text.ShouldContain("`Private:Key` is too short"),
            text => text.ShouldContain("Did you mean `Public:Urls`?")
        );
    }

    [Theory]
    [InlineData("Stories:Default:Really", "bridge", "one value")]
    [InlineData("Stories:Seeds", "", "`Stories:Seeds` is empty")]
    [InlineData("Stories:Default", "No Slug", "slug")]
    [InlineData("Discord:Mode", "websocket", "write off, http or gateway")]
    [InlineData("Discord:GuildIds", "1200000000000000002;1200000000000000002000000", "names '1200000000000000002000000', which is no id")]
    [InlineData("Slack:Mode", "gateway", "write off, http or socket")]
    [InlineData("Slack:Mode", "http", "`Slack:SigningSecret` is no signing secret")]
    [InlineData("Slack:Mode", "socket", "`Slack:AppToken` is empty")]
    [InlineData("Slack:ClientId", "1234.5678", "`Slack:ClientId` and `Slack:ClientSecret` belong together")]
    [InlineData("Slack:Command", "dateline", "is no command")]
    [InlineData("Slack:Command", "/Date Line", "is no command")]
    [InlineData("Slack:ApiBase", "slack.com", "whole address")]
    [InlineData("Store:Provider", "mysql", "`Store:Provider` is 'mysql': write sqlite, postgres or memory.")]
    [InlineData("Store:Provider", "postgres", "`Store:ConnectionString` is empty")]
    [InlineData("Store:ConnectionString", "data/other.db", "`Store:Provider=memory` keeps nothing")]
    [InlineData("Urls", "5080", "no address to listen on")]
    [InlineData("Urls", "ftp://localhost:5080", "no address to listen on")]
    [InlineData("Public:BaseUrl", "bot.example.org", "whole address")]
    [InlineData("Public:Proxies", "10.0.0.4;nowhere", "'nowhere'")]
    [InlineData("Kestrel:Endpoints:Other:Url", "http://+:9000", "`Kestrel:Endpoints` is not read")]
    public async Task A_wrong_value_is_told_in_a_sentence(string key, string value, string sentence)
    {
        using var stories = new TemporaryStories("bridge");

        var refused = await Should.ThrowAsync<StartupRefusedException>(() =>
            RunningHost.Start(stories, Cancellation, settings: [(key, value)])
        );

        refused.Sentences.ShouldHaveSingleItem().ShouldContain(sentence);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "give it one")]
    [InlineData("http://+:5080", "both have port 5080")]
    public async Task The_two_listeners_need_a_port_each(string url, string sentence)
    {
        using var stories = new TemporaryStories("bridge");

        var refused = await Should.ThrowAsync<StartupRefusedException>(() =>
            RunningHost.Start(
                stories,
                Cancellation,
                settings: [("Urls", "http://localhost:5080"), ("Public:BaseUrl", "https://bot.example.org"), ("Public:Urls", url)]
            )
        );

        refused.Sentences.ShouldHaveSingleItem().ShouldContain(sentence);
    }
}
