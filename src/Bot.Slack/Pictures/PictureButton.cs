using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Pictures;
using Bot.Core.Delivery;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Pictures;

/// <summary>The button under a timeline that draws it. Slack shows nobody a file in private but in direct messages, so that the picture goes there, with what it says as alternative text.</summary>
/// <param name="api">Null where the service has no token, so that no file can be sent.</param>
internal sealed class PictureButton(TimelinePictures pictures, LaterAnswers later, ISlackApi? api = null)
{
    private const string NoToken = "There is no picture: the service runs without `Slack:BotToken`. Whoever runs it can set it.";

    private const string Sent = "I have sent you the picture in our direct messages.";

    /// <summary>Null for what is no timeline.</summary>
    public ReplyButton? Offer(Parsed parsed, Reply reply) => api is null ? null : TimelinePictures.Offer(parsed, reply);

    public Handled Draw(Pressed.Draw pressed, Interaction interaction)
    {
        var asker = Asker.Of(interaction);
        return api is null
            ? later.Notice(interaction, TimelinePictures.NotAny)
            : later.To(
                interaction,
                async cancellation =>
                    LaterAnswer.Notice(
                        await pictures.Draw(pressed, asker.Community, cancellation) is { } drawn
                            ? await Send(drawn.Timeline.Headline, drawn.Picture, asker, cancellation)
                            : TimelinePictures.NotAny
                    )
            );
    }

    /// <param name="headline">Said above it.</param>
    /// <returns>Where it is, or why it is not, as a sentence.</returns>
    public async Task<string> Send(string headline, PostPicture picture, Asker asker, CancellationToken cancellation) =>
        api is null ? NoToken
        : await NotSent(api, headline, picture, asker, cancellation) is { } why ? $"The picture was not sent. {why}"
        : Sent;

    /// <returns>Why it is not there; null where it is.</returns>
    private static async Task<string?> NotSent(
        ISlackApi api,
        string headline,
        PostPicture picture,
        Asker asker,
        CancellationToken cancellation
    )
    {
        var posted = await api.Post(asker.Community, new MessageCreate(asker.User.Value, Notices.Of(headline)), cancellation);
        if (posted is not Outcome<PostedMessage>.Done { Value.Channel: var direct })
        {
            return ((Outcome<PostedMessage>.NotDone)posted).Why.Sentence;
        }

        var uploaded = await api.Upload(asker.Community, Uploads.Of(picture, direct), cancellation);
        return (uploaded as Outcome<SlackFile>.NotDone)?.Why.Sentence;
    }
}
