using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Pictures;
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
                    await pictures.Draw(pressed, asker.Community, cancellation) is not { } drawn
                        ? LaterAnswer.Notice(TimelinePictures.NotAny)
                    : await Send(api, drawn, asker, cancellation) is { } why ? LaterAnswer.Notice($"The picture was not sent. {why}")
                    : LaterAnswer.Notice(Sent)
            );
    }

    /// <returns>Why it is not there; null where it is.</returns>
    private static async Task<string?> Send(ISlackApi api, DrawnTimeline drawn, Asker asker, CancellationToken cancellation)
    {
        var headline = Notices.Of(drawn.Timeline.Headline);
        var posted = await api.Post(asker.Community, new MessageCreate(asker.User.Value, headline), cancellation);
        if (posted is not Outcome<PostedMessage>.Done { Value.Channel: var direct })
        {
            return ((Outcome<PostedMessage>.NotDone)posted).Why.Sentence;
        }

        var uploaded = await api.Upload(asker.Community, Uploads.Of(drawn.Picture, direct), cancellation);
        return (uploaded as Outcome<SlackFile>.NotDone)?.Why.Sentence;
    }
}
