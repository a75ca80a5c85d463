using System.Text.Json;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Testing.Conversation;

namespace Bot.Slack.Tests.Rendering;

public sealed class HostileTextTests
{
    [Fact]
    public async Task Hundreds_of_hostile_texts_in_every_place_of_a_story_call_nobody_and_link_nowhere()
    {
        var texts = 0;
        for (var seed = 0; seed * HostileStory.Texts < 300; seed++, texts += HostileStory.Texts)
        {
            foreach (var reply in await HostileStory.Replies(seed))
            {
                var body = Renderer.Render(reply);
                Taken.Fits(body, $"seed {seed}");
                Taken.Fits(Window.Of(body), $"seed {seed}");
            }
        }

        texts.ShouldBeGreaterThanOrEqualTo(300);
    }

    [Fact]
    public void An_answer_is_private_without_previews_and_without_links_of_its_own()
    {
        var json = JsonSerializer.SerializeToNode(ResponseMessage.Of(Notices.Of("<!channel>")), SlackJson.Default.ResponseMessage)!;

        ((string)json["response_type"]!).ShouldBe("ephemeral");
        ((string)json["parse"]!).ShouldBe("none");
        ((bool)json["unfurl_links"]!).ShouldBeFalse();
        ((bool)json["unfurl_media"]!).ShouldBeFalse();
        ((bool)json["replace_original"]!).ShouldBeFalse();
        ((string)json["text"]!).ShouldBe("&lt;!channel\u200B&gt;");
    }
}
