using Bot.Slack.Installs;
using Bot.Wire;
using Microsoft.AspNetCore.WebUtilities;
using static Bot.Slack.Tests.Api.ScriptedSlack;

namespace Bot.Slack.Tests.Installs;

/// <summary>A workspace installs the app by itself.</summary>
public sealed class InstallTests
{
    private const string Granted =
        "\"access_token\":\"xoxb-fresh\",\"token_type\":\"bot\",\"bot_user_id\":\"U0BOT\",\"app_id\":\"A1\",\"team\":{\"id\":\"T0HARBOR1\",\"name\":\"Harbour\"},\"enterprise\":null,\"is_enterprise_install\":false,\"authed_user\":{\"id\":\"U0HARBOR3\"}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_leads_to_slack_with_the_scopes_and_back_with_a_token_that_is_kept_sealed()
    {
        using var side = new InstallSide(Answer);

        var led = await side.Begin();
        var asked = QueryHelpers.ParseQuery(led.Query);
        led.GetLeftPart(UriPartial.Path).ShouldBe("https://slack.com/oauth/v2/authorize");
        asked["client_id"].ToString().ShouldBe("1234.5678");
        asked["scope"].ToString().Split(',').ShouldBe(SlackScopes.Bot.Select(scope => scope.Name));
        asked["redirect_uri"].ToString().ShouldBe("https://bot.example.org/slack/oauth");

        var shown = await side.ComeBack(asked["state"]);

        (shown.Title, shown.Status).ShouldBe(("Dateline is in Harbour", 200));
        var access = side.Slack.Came.Single(sent => sent.Method == "oauth.v2.access");
        (access["code"], access["redirect_uri"]).ShouldBe(("c0de", "https://bot.example.org/slack/oauth"));
        access.Authorization.ShouldBe("Basic MTIzNC41Njc4OmNsaWVudC1zZWNyZXQ=");
        access.Body.ShouldNotContain("client-secret");
        (await side.Token(Harbour))!.AccessToken.ShouldBe("xoxb-fresh");
        (await side.Installations.Find(Harbour, Cancellation))!.Content.ShouldNotContain("xoxb");
        (await side.Communities.All(Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(Harbour);
    }

    [Fact]
    public async Task Whoever_installs_it_is_told_once_what_to_do_next()
    {
        using var side = new InstallSide(Answer);
        await side.Install();
        await side.Install();

        var told = side.Slack.Came.Where(sent => sent.Method == "chat.postMessage").ShouldHaveSingleItem();
        (told["channel"], told.Authorization).ShouldBe(("U0HARBOR3", "Bearer xoxb-fresh"));
        told["text"]!.ShouldContain("`/dateline ask who responded`");
        told["text"]!.ShouldContain("`/dateline settings`");
    }

    [Fact]
    public async Task What_was_not_begun_in_this_browser_or_long_ago_or_is_made_up_installs_nothing()
    {
        using var side = new InstallSide(Answer);
        var state = QueryHelpers.ParseQuery((await side.Begin()).Query)["state"].ToString();

        (await side.ComeBack(state, sameBrowser: false)).Status.ShouldBe(400);
        (await side.ComeBack(null)).Status.ShouldBe(400);
        await side.Begin();
        (await side.ComeBack(state)).Status.ShouldBe(400, "the browser has begun anew since");
        var late = QueryHelpers.ParseQuery((await side.Begin()).Query)["state"].ToString();
        (await side.ComeBack(late + "x")).Status.ShouldBe(400);
        var later = QueryHelpers.ParseQuery((await side.Begin()).Query)["state"].ToString();
        side.Slack.Time.Advance(TimeSpan.FromMinutes(10));
        (await side.ComeBack(later)).Status.ShouldBe(400);

        side.Slack.Came.ShouldBeEmpty();
        (await side.Communities.All(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_way_back_works_once_in_a_browser()
    {
        using var side = new InstallSide(Answer);
        var state = QueryHelpers.ParseQuery((await side.Begin()).Query)["state"].ToString();

        (await side.ComeBack(state)).Status.ShouldBe(200);
        (await side.ComeBack(state)).Status.ShouldBe(400);
        side.Slack.Came.Count(sent => sent.Method == "oauth.v2.access").ShouldBe(1);
    }

    [Fact]
    public async Task Calling_it_off_at_slack_installs_nothing_and_is_no_fault()
    {
        using var side = new InstallSide(Answer);
        var state = QueryHelpers.ParseQuery((await side.Begin()).Query)["state"].ToString();

        var shown = await side.ComeBack(state, "error=access_denied");

        (shown.Status, shown.Sentence).ShouldBe((200, InstallWords.CalledOff));
        side.Slack.Came.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"is_enterprise_install\":true,\"team\":null")]
    [InlineData("\"is_enterprise_install\":true,\"team\":{\"id\":\"T0HARBOR1\"}")]
    public async Task A_whole_organisation_is_refused_with_a_sentence_and_its_token_given_back(string whole)
    {
        using var side = new InstallSide(sent =>
            sent.Method == "oauth.v2.access" ? Ok($"\"access_token\":\"xoxb-org\",{whole}") : Ok("\"revoked\":true")
        );

        (await side.Install()).Sentence.ShouldBe(InstallWords.Enterprise);

        side.Slack.Came.Select(sent => (sent.Method, sent.Authorization)).ShouldContain(("auth.revoke", "Bearer xoxb-org"));
        (await side.Installations.Find(Harbour, Cancellation)).ShouldBeNull();
        (await side.Communities.All(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bad_client_secret", "`Slack:ClientSecret`")]
    [InlineData("invalid_code", "begin again")]
    [InlineData("bad_redirect_uri", "Redirect URLs")]
    public async Task What_slack_refuses_is_told(string code, string says)
    {
        using var side = new InstallSide(_ => Error(code));

        (await side.Install()).Sentence.ShouldContain(says);
        (await side.Installations.Find(Harbour, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_code_is_sent_once_even_where_nobody_knows_what_became_of_it()
    {
        using var side = new InstallSide(_ => Reply(502, ""));

        (await side.Install()).Title.ShouldBe("Nothing was installed");
        side.Slack.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_the_installer_cannot_be_told_it_is_installed_all_the_same()
    {
        using var side = new InstallSide(sent => sent.Method == "oauth.v2.access" ? Ok(Granted) : Error("messages_tab_disabled"));

        (await side.Install()).Title.ShouldBe("Dateline is in Harbour");
        (await side.Token(Harbour)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_browser_that_closes_while_slack_gives_the_token_loses_it_for_nobody()
    {
        using var closed = new CancellationTokenSource();
        using var side = new InstallSide(sent =>
        {
            closed.Cancel();
            return Answer(sent);
        })
        {
            Closed = closed.Token,
        };
        var state = QueryHelpers.ParseQuery((await side.Begin()).Query)["state"].ToString();

        await Should.ThrowAsync<OperationCanceledException>(() => side.ComeBack(state));

        (await side.Token(Harbour))!.AccessToken.ShouldBe("xoxb-fresh");
        (await side.Communities.All(Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(Harbour);
    }

    [Fact]
    public async Task A_workspace_that_is_not_installed_is_refused_with_a_sentence_and_nothing_is_sent()
    {
        using var side = new InstallSide(Answer);

        var refused = await side.Slack.Run(side.Api.Post(Island, Saying("a"), Cancellation));

        refused
            .ShouldBeOfType<Outcome<Bot.Slack.Api.PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Refused>()
            .Sentence.ShouldContain("not installed");
        side.Slack.Came.ShouldBeEmpty();
    }

    private static HttpResponseMessage Answer(Sent sent) => sent.Method == "oauth.v2.access" ? Ok(Granted) : Posted();
}
