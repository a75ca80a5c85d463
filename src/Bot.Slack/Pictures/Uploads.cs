using Bot.Core.Delivery;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;

namespace Bot.Slack.Pictures;

/// <summary>A picture as a file, with what it says as alternative text.</summary>
internal static class Uploads
{
    /// <param name="channel">Null: into none.</param>
    public static FileUpload Of(PostPicture picture, string? channel) =>
        new(PostPicture.File, picture.Png, SlackText.Plain(picture.AlternativeText, Limits.AlternativeText), channel);
}
