using System.Text.RegularExpressions;
using Bot.Host.Tests.Moderation;
using Bot.Host.Tests.Platforms;
using Bot.Testing.Slack;

namespace Bot.Host.Tests.Slack;

/// <summary>From a command in a workspace to the desk of its moderators in a browser.</summary>
public sealed partial class DeskLinkTests
{
    [Theory]
    [InlineData(LiveSlack.Http)]
    [InlineData(LiveSlack.Socket)]
    public async Task Who_moderates_gets_a_link_for_themselves_that_opens_the_desk_of_that_workspace(string mode)
    {
        await using var slack = await ModeratedSlack.Open(mode, settings: ("Public:BaseUrl", LiveSlack.Address));

        var told = await slack.Say("fact console");

        told.IsEphemeral.ShouldBeTrue();
        var link = Address().Match(told.Blocks.ToJsonString());
        link.Success.ShouldBeTrue();
        told.Text.ShouldNotContain("/link/");
        using var ann = await Moderator.Redeem(slack.Host, link.Groups[1].Value);
        (await ann.Open("/moderate/queue")).Text.ShouldContain($"You moderate \u201C{ModeratedSlack.Here}\u201D.");
        SlackReader.Read(await slack.Say("fact console", SlackWorld.Person)).Headline.ShouldContain("That is for moderators.");
    }

    [GeneratedRegex("\"url\":\"https://[^/\"]+/link/([\\w-]{43})\"")]
    private static partial Regex Address();
}
