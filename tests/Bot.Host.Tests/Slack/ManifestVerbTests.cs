using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Slack;

/// <summary>The verb <c>manifest slack</c>, which comes before every token.</summary>
public sealed class ManifestVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-manifest-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task By_sockets_it_needs_no_setting_at_all()
    {
        var said = await Write([], "--mode", "socket");

        said.Code.ShouldBe(0, said.Error);
        var app = JsonNode.Parse(said.Out)!;
        ((bool?)app["settings"]!["socket_mode_enabled"]).ShouldBe(true);
        ((string?)app["features"]!["slash_commands"]![0]!["command"]).ShouldBe("/dateline");
    }

    [Fact]
    public async Task Over_http_it_names_where_slack_sends_and_where_workspaces_come_back_to()
    {
        var said = await Write(
            [("Public:BaseUrl", "https://bot.example.org"), ("Slack:Command", "/news")],
            "--mode",
            "http",
            "--many",
            "--short-names"
        );

        said.Code.ShouldBe(0, said.Error);
        said.Out.ShouldContain("https://bot.example.org/slack/oauth");
        said.Out.ShouldContain("https://bot.example.org/slack/commands");
        said.Out.ShouldContain("\"/news\"");
        said.Out.ShouldContain("\"/ask\"");
    }

    [Theory]
    [InlineData("--mode socket", "slack", "")]
    [InlineData("", "slack", "add --mode socket")]
    [InlineData("--mode http", "slack", "`Public:BaseUrl`")]
    [InlineData("--mode socket --many", "slack", "`Public:BaseUrl`")]
    public async Task What_is_missing_is_told(string arguments, string platform, string sentence)
    {
        var said = await Terminal.Run(
            folder.FullName,
            [],
            ["manifest", platform, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            TestContext.Current.CancellationToken
        );

        said.Code.ShouldBe(sentence.Length == 0 ? 0 : 1);
        said.Error.ShouldContain(sentence);
    }

    private Task<Terminal> Write(IEnumerable<(string Key, string Value)> settings, params string[] arguments) =>
        Terminal.Run(folder.FullName, settings, ["manifest", "slack", .. arguments]);
}
