using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Pictures;
using Bot.Core.Conversation.Settings;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Delivery.Sharing;
using Bot.Core.Moderation;
using Bot.Host.Faults;
using Bot.Pictures;

namespace Bot.Host.Posts;

/// <summary>What the platforms answer and post with.</summary>
internal static partial class PostServices
{
    public static void AddPosts(this WebApplicationBuilder builder) =>
        builder
            .Services.AddSingleton<NoteFault>(provider => new FaultLog(provider.GetRequiredService<ILogger<FaultLog>>()).Note)
            .AddSingleton<LostReceipt>(provider => (post, sent) => Lost(provider.GetRequiredService<ILogger<Poster>>(), post, sent))
            .AddSingleton<Answering>()
            .AddSingleton<ButtonIds>()
            .AddSingleton<Poster>()
            .AddSingleton<Sharer>()
            .AddSingleton<Remover>()
            .AddSingleton<Watcher>()
            .AddSingleton<SettingsMenus>()
            .AddSingleton<StandingIn>()
            .AddSingleton<StandInForm>()
            .AddSingleton<TimelinePictures>()
            .AddSingleton<Drawing>()
            .AddSingleton<DrawTimeline>(
                (timeline, title) => TimelinePicture.Png(timeline.Entries, title, timeline.Foot, PictureTheme.Dark)
            );

    private static void Lost(ILogger logger, OutgoingPost post, Sent sent)
    {
        var became = sent is Sent.Arrived arrived ? $"it is there as message {arrived.Post}" : "the platform refused it";
        NotNoted(logger, post.Community.Value, post.Place.Value, post.Delivery.Value, became);
    }

    [LoggerMessage(
        LogLevel.Error,
        "The receipt of a post could not be completed: in {Community}, channel {Channel}, made by {Delivery}; {Became}. What is there will not be corrected: see what the store says, remove the message, and share it again."
    )]
    private static partial void NotNoted(ILogger logger, string community, string channel, string delivery, string became);
}
