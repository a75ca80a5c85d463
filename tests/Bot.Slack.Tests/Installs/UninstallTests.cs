using System.Text;
using Bot.Slack.Events;
using Bot.Slack.Wire;
using static Bot.Slack.Tests.Api.ScriptedSlack;

namespace Bot.Slack.Tests.Installs;

/// <summary>A workspace that removes the app is not spoken to any more from then on.</summary>
public sealed class UninstallTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""", false)]
    public async Task Its_token_is_gone_at_once(string happened, bool left)
    {
        using var side = await Installed();
        side.Slack.Time.Advance(TimeSpan.FromMinutes(1));

        await Happen(side, happened, side.Slack.Time.GetUtcNow());

        (await side.Token(Harbour)).ShouldBeNull();
        ((await side.Communities.All(Cancellation)).ShouldHaveSingleItem().Left is not null).ShouldBe(left);
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""")]
    public async Task Of_a_removal_that_is_told_late_nothing_comes_where_it_was_installed_anew_since(string happened)
    {
        using var side = await Installed();
        var removed = side.Slack.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        side.Slack.Time.Advance(TimeSpan.FromMinutes(3));
        await side.Install();

        await Happen(side, happened, removed);

        (await side.Token(Harbour)).ShouldNotBeNull();
        (await side.Communities.All(Cancellation)).ShouldHaveSingleItem().Left.ShouldBeNull();
    }

    [Fact]
    public async Task Where_only_a_persons_token_was_revoked_nothing_changes()
    {
        using var side = await Installed();

        await Happen(side, """{"type":"tokens_revoked","tokens":{"oauth":["U0HARBOR3"],"bot":[]}}""", side.Slack.Time.GetUtcNow());

        (await side.Token(Harbour)).ShouldNotBeNull();
    }

    private static async Task<InstallSide> Installed()
    {
        var side = new InstallSide(sent =>
            sent.Method == "oauth.v2.access"
                ? Ok("\"access_token\":\"xoxb-fresh\",\"team\":{\"id\":\"T0HARBOR1\"},\"is_enterprise_install\":false")
                : Posted()
        );
        await side.Install();
        return side;
    }

    private static Task Happen(InstallSide side, string happened, DateTimeOffset at)
    {
        var told = SlackJson.ReadEvent(
            Encoding.UTF8.GetBytes(
                $$"""{"type":"event_callback","event_id":"Ev1","team_id":"T0HARBOR1","event_time":{{at.ToUnixTimeSeconds()}},"event":{{happened}} }"""
            )
        )!;
        return new WorkspaceEvents(side.Communities, side.Drop).Take(told, Cancellation);
    }
}
