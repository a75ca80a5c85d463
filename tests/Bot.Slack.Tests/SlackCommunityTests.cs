using Bot.Core.Communities;

namespace Bot.Slack.Tests;

public sealed class SlackCommunityTests
{
    [Fact]
    public void A_workspace_is_a_community_and_a_server_of_another_platform_is_none()
    {
        SlackCommunity.Team(SlackCommunity.Of("T0HARBOR1")).ShouldBe("T0HARBOR1");
        SlackCommunity.Of(null).ShouldBe(CommunityId.Base);
        SlackCommunity.Team(new CommunityId("discord:1")).ShouldBeNull();
    }
}
