using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Core.Conversation;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Testing.Conversation;

namespace Bot.Discord.Tests;

public sealed partial class HostileTextTests
{
    [Fact]
    public async Task A_thousand_hostile_texts_in_every_place_of_a_story_call_nobody_and_link_nowhere()
    {
        var texts = 0;
        for (var seed = 0; seed * HostileStory.Texts < 1_000; seed++, texts += HostileStory.Texts)
        {
            foreach (var reply in await HostileStory.Replies(seed))
            {
                IsDead(reply, $"seed {seed}");
            }
        }

        texts.ShouldBeGreaterThanOrEqualTo(1_000);
    }

    private static void IsDead(Reply reply, string what)
    {
        var message = Renderer.Render(reply);
        var sent = JsonSerializer.SerializeToElement(MessageCreate.Of(message, Nonce.Of("x")), DiscordJson.Default.MessageCreate);
        sent.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength().ShouldBe(0, what);
        IEnumerable<string?> read =
        [
            message.Content,
            .. message.Embeds.SelectMany(embed => (embed.Fields ?? []).Select(field => field.Value).Append(embed.Description)),
        ];
        foreach (var text in read.OfType<string>())
        {
            Alive().Match(Code().Replace(text, "")).Value.ShouldBeEmpty($"{what}: {text}");
        }
    }

    /// <summary>In it nothing is read as anything but itself.</summary>
    [GeneratedRegex(@"(?<!\\)`[^`]*`")]
    private static partial Regex Code();

    /// <summary>A mention, an address, or a link that is shown as other words.</summary>
    [GeneratedRegex(@"@(?:everyone|here)|<[@#:/!a]|https?://|(?<!\\)\[[^\]]*(?<!\\)\]\(")]
    private static partial Regex Alive();
}
