using Bot.Slack.Api;
using Bot.Slack.Installs;
using Bot.Wire;
using static Bot.Slack.Tests.Api.ScriptedSlack;

namespace Bot.Slack.Tests.Installs;

/// <summary>Tokens that expire are renewed, once, whoever needs them.</summary>
public sealed class RotationTests
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private int renewals;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_renewed_after_two_thirds_of_its_life_and_with_it_what_renews_it()
    {
        using var side = await Installed(Renewing);

        await Post(side);
        side.Slack.Time.Advance((Life * 2 / 3) - TimeSpan.FromMinutes(1));
        await Post(side);
        side.Slack.Time.Advance(TimeSpan.FromMinutes(2));
        await Post(side);
        side.Slack.Time.Advance(Life);
        await Post(side);

        side.Slack.Came.Where(sent => sent.Method == "chat.postMessage")
            .Select(sent => sent.Authorization)
            .ShouldBe(["Bearer xoxe.xoxb-0", "Bearer xoxe.xoxb-0", "Bearer xoxe.xoxb-1", "Bearer xoxe.xoxb-2"]);
        side.Slack.Came.Where(sent => sent.Method == "oauth.v2.access")
            .Select(sent => (sent["grant_type"], sent["refresh_token"]))
            .ShouldBe([("refresh_token", "xoxe-0"), ("refresh_token", "xoxe-1")]);
    }

    [Fact]
    public async Task Several_replicas_that_need_it_at_once_renew_it_once()
    {
        using var side = await Installed(Renewing);
        side.Slack.Time.Advance(Life * 2);
        var replicas = Enumerable.Range(0, 4).Select(_ => side.OtherReplica()).ToList();

        var found = await side.Slack.Run(
            Task.WhenAll(Enumerable.Range(0, 12).Select(i => replicas[i % 4].Find(Harbour, Cancellation).AsTask()))
        );

        renewals.ShouldBe(1);
        found.ShouldAllBe(each => each == new Outcome<Credential>.Done(Credential.Bearer("xoxe.xoxb-1")));
    }

    [Fact]
    public async Task As_long_as_the_old_one_holds_a_renewal_that_fails_holds_up_nothing_and_then_it_is_told()
    {
        using var side = await Installed(sent => sent.Method == "oauth.v2.access" ? Error("invalid_refresh_token") : Posted());
        side.Slack.Time.Advance(Life * 0.9);
        (await Post(side)).ShouldBeOfType<Outcome<PostedMessage>.Done>();

        side.Slack.Time.Advance(Life);
        (await Post(side))
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Refused>()
            .Sentence.ShouldContain("install the app again");
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_was_renewed_nothing_was_posted()
    {
        using var side = await Installed(sent => sent.Method == "oauth.v2.access" ? Reply(502, "") : Posted());
        side.Slack.Time.Advance(Life * 2);

        (await Post(side)).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Unreachable>();
    }

    [Fact]
    public async Task One_that_slack_calls_expired_before_its_time_is_renewed_and_the_call_made_again()
    {
        using var side = await Installed(sent =>
            sent.Method == "oauth.v2.access" ? Renewing(sent)
            : sent.Authorization == "Bearer xoxe.xoxb-0" ? Error("token_expired")
            : Posted()
        );

        (await Post(side)).ShouldBeOfType<Outcome<PostedMessage>.Done>();
        (await Post(side)).ShouldBeOfType<Outcome<PostedMessage>.Done>();
        renewals.ShouldBe(1);
    }

    [Fact]
    public async Task A_renewal_does_not_bring_back_what_was_removed_meanwhile()
    {
        InstallSide side = null!;
        using var made = side = await Installed(sent =>
        {
            side.Installations.Remove(Harbour, side.Slack.Time.GetUtcNow(), Cancellation).AsTask().Wait(Cancellation);
            return Renewing(sent);
        });
        side.Slack.Time.Advance(Life * 0.9);

        await side.Tokens.Find(Harbour, Cancellation);

        (await side.Token(Harbour)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_sealed_with_keys_that_are_lost_has_to_be_handed_over_again()
    {
        using var side = await Installed(Renewing);
        await side.Installations.Install(Harbour, Convert.ToBase64String(new byte[200]), Cancellation);

        (await Post(side)).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.Sentence.ShouldContain("install it again");
    }

    private static Task<Outcome<PostedMessage>> Post(InstallSide side) => side.Slack.Run(side.Api.Post(Harbour, Saying("a"), Cancellation));

    private static async Task<InstallSide> Installed(Func<Sent, HttpResponseMessage> script)
    {
        var side = new InstallSide(script);
        var token = StoredToken.Of(
            new OAuthAccess
            {
                AccessToken = "xoxe.xoxb-0",
                RefreshToken = "xoxe-0",
                ExpiresIn = Life.TotalSeconds,
            },
            side.Slack.Time.GetUtcNow()
        )!;
        await side.Installations.Install(Harbour, side.Seal.Seal(token), Cancellation);
        return side;
    }

    private HttpResponseMessage Renewing(Sent sent) =>
        sent.Method == "oauth.v2.access"
            ? Ok($"\"access_token\":\"xoxe.xoxb-{++renewals}\",\"refresh_token\":\"xoxe-{renewals}\",\"expires_in\":{Life.TotalSeconds}")
            : Posted();
}
