using System.Collections.Concurrent;
using System.Security.Cryptography;
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
/// A file that is there already is shown again: what is tried again for days does not leave one more in the workspace each time.
/// </summary>
internal sealed class PicturedPosts(ISlackApi api, TimeProvider time)
{
    private static readonly TimeSpan UploadWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>So many files are known to be there.</summary>
    private const int Most = 1_000;

    private const string NotTaken = "Slack did not make out the file in time.";

    private readonly ConcurrentDictionary<(CommunityId Workspace, string Content), SlackFile> there = new();

    /// <param name="patience">How long all of it may take; null: as long as anything else. When half of it is over, no picture is waited for any more.</param>
    /// <returns>What became of the message, and why it has no picture; null where it has.</returns>
    public async Task<(Outcome<PostedMessage> Outcome, string? NoPicture)> Post(
        CommunityId workspace,
        MessageCreate message,
        PostPicture picture,
        TimeSpan? patience,
        CancellationToken cancellation
    )
    {
        var all = patience ?? Call.Usual;
        var end = time.GetUtcNow() + all;
        var upload = Uploads.Of(picture, channel: null);
        var content = (workspace, Convert.ToHexStringLower(SHA256.HashData(upload.Bytes)));
        var uploaded = there.TryGetValue(content, out var known)
            ? new Outcome<SlackFile>.Done(known)
            : await Upload(workspace, upload, cancellation);
        if (uploaded is not Outcome<SlackFile>.Done { Value: var file })
        {
            return await Without(((Outcome<SlackFile>.NotDone)uploaded).Why.Sentence);
        }

        if (there.Count >= Most)
        {
            there.Clear();
        }

        there[content] = file;
        var image = new Image(file, upload.AlternativeText);
        var pictured = message with { Body = message.Body with { Picture = image } };
        foreach (var pause in Pauses.TakeWhile(pause => Left() - pause > all / 2))
        {
            await Task.Delay(pause, time, cancellation);
            var outcome = await api.Post(workspace, pictured, cancellation, Left());
            if (
                outcome is not Outcome<PostedMessage>.NotDone { Why: Failure.Refused { Code: var code } }
                || ErrorTable.Class(code) != ErrorClass.OurFault
            )
            {
                return (outcome, null);
            }
        }

        there.TryRemove(content, out _);
        return await Without(NotTaken);

        // Something is left in any case: a message that has no time at all is refused for that alone.
        TimeSpan Left() => end - time.GetUtcNow() is var left && left > AtLeast ? left : AtLeast;

        async Task<(Outcome<PostedMessage>, string?)> Without(string why) =>
            (await api.Post(workspace, message, cancellation, Left()), why);
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
