using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Discord.Api;
using Bot.Discord.Rendering;

namespace Bot.Discord.Pictures;

/// <summary>A picture as a file, with what it says as alternative text.</summary>
internal static class Uploads
{
    public static Upload Of(PostPicture picture) =>
        new(
            PostPicture.File,
            "image/png",
            picture.Png,
            Cutting.Shorten(DiscordText.Plain(picture.AlternativeText), Limits.AlternativeText)
        );
}
