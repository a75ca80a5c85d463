using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <content>Files, in three calls (<see href="https://docs.slack.dev/messaging/working-with-files"/>): where to put it, putting it there, and showing it.</content>
internal sealed partial class SlackApi
{
    private static readonly TimeSpan UploadWithin = TimeSpan.FromMinutes(1);

    public async Task<Outcome<SlackFile>> Upload(CommunityId workspace, FileUpload file, CancellationToken cancellation)
    {
        // Slack's page and its own client call the alternative text differently; a field that is not known is passed over.
        var place = await Ask(
            new Call("files.getUploadURLExternal", workspace)
                .With("filename", file.Name)
                .With("length", file.Bytes.Length.ToString(CultureInfo.InvariantCulture))
                .With("alt_txt", file.AlternativeText)
                .With("alt_text", file.AlternativeText),
            AnswerJson.Default.UploadAnswer,
            cancellation
        );
        if (place is not Outcome<UploadAnswer>.Done { Value: var there })
        {
            return place.Failed<SlackFile>();
        }

        if (await Put(there.UploadUrl, file.Bytes, cancellation) is { } failure)
        {
            return new Outcome<SlackFile>.NotDone(failure);
        }

        IReadOnlyList<FileNote> files = [new FileNote(there.FileId, file.Name)];
        var shown = await Do(
            new Call("files.completeUploadExternal", workspace)
            {
                PostsTo = file.Channel is { } channel ? new PlaceId(channel) : null,
                Repeatable = false,
            }
                .With("files", JsonSerializer.Serialize(files, AnswerJson.Default.IReadOnlyListFileNote))
                .With("channel_id", file.Channel)
                .With("thread_ts", file.ThreadTs)
                .With("initial_comment", file.Comment),
            cancellation
        );
        return shown.Then<SlackFile>(_ => new Outcome<SlackFile>.Done(new SlackFile(there.FileId)));
    }

    /// <returns>Null where it is there. Nobody sees it before it is shown, so that whatever fails here has done nothing.</returns>
    private async Task<Failure?> Put(string address, byte[] bytes, CancellationToken cancellation)
    {
        if (SlackHosts.Files(address, client.Api) is not { } place)
        {
            return new Failure.Unreachable(
                "Slack named a place for the file that is not Slack's, so that nothing was sent there: see whether `Slack:ApiBase` is Slack's."
            );
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, place) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await client.SendTo(request, UploadWithin, cancellation) switch
        {
            Exchanged.Answered { Status: 200 } => null,
            Exchanged.Answered answered => new Failure.Refused(
                answered.Status,
                "",
                $"Slack did not take the file (status {answered.Status}): try again."
            ),
            _ => new Failure.Unreachable("The file did not get to Slack: try again."),
        };
    }
}
