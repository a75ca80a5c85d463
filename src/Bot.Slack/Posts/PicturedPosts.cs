using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Slack.Api;
using Bot.Slack.Pictures;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Posts;

/// <summary>
/// Posts messages with a picture in them, or without it where that does not come about in time. The file stands in no channel by itself: so an edit of the message takes the
/// picture away too. Slack makes out a while later what a new file is, and refuses messages that show it before.
/// </summary>
internal sealed class PicturedPosts(ISlackApi api, TimeProvider time)
{
    private static readonly TimeSpan UploadWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    private const string NotTaken = "Slack did not make out the file in time.";

    /// <returns>What became of the message, and why it has no picture; null where it has.</returns>
    public async Task<(Outcome<PostedMessage> Outcome, string? NoPicture)> Post(
        CommunityId workspace,
        MessageCreate message,
        PostPicture picture,
        TimeSpan? patience,
        CancellationToken cancellation
    )
    {
        var upload = Uploads.Of(picture, channel: null);
        var uploaded = await Upload(workspace, upload, cancellation);
        if (uploaded is not Outcome<SlackFile>.Done { Value: var file })
        {
            return await Without(((Outcome<SlackFile>.NotDone)uploaded).Why.Sentence);
        }

        var image = new Image(file, upload.AlternativeText);
        var pictured = message with { Body = message.Body with { Picture = image } };
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, time, cancellation);
            var outcome = await api.Post(workspace, pictured, cancellation, patience);
            if (
                outcome is not Outcome<PostedMessage>.NotDone { Why: Failure.Refused { Code: var code } }
                || ErrorTable.Class(code) != ErrorClass.OurFault
            )
            {
                return (outcome, null);
            }
        }

        return await Without(NotTaken);

        async Task<(Outcome<PostedMessage>, string?)> Without(string why) =>
            (await api.Post(workspace, message, cancellation, patience), why);
    }

    private async Task<Outcome<SlackFile>> Upload(CommunityId workspace, FileUpload upload, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(UploadWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            return await api.Upload(workspace, upload, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Outcome<SlackFile>.NotDone(new Failure.Unreachable("The file did not get to Slack in time."));
        }
    }
}
