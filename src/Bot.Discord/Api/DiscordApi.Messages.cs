using System.Globalization;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Api;

/// <content>Messages in channels, as the bot.</content>
internal sealed partial class DiscordApi
{
    /// <summary>So many messages are told at once.</summary>
    public const int MostOfPage = 100;

    /// <summary>Safe to repeat with the same nonce, for some minutes.</summary>
    /// <param name="patience">Null: as long as for any other request.</param>
    public Task<Outcome<PostedMessage>> Post(
        Snowflake channel,
        MessageCreate message,
        CancellationToken cancellation,
        TimeSpan? patience = null,
        params IReadOnlyList<Upload> files
    ) =>
        Ask(
            new Request(HttpMethod.Post, new Route($"channels/{channel}/messages"))
            {
                Json = Body(message with { Attachments = Notes(files) }, DiscordJson.Default.MessageCreate),
                Files = files,
                Repeatable = true,
                Patience = patience ?? Request.Usual,
            },
            DiscordJson.Default.PostedMessage,
            cancellation
        );

    public Task<Outcome<PostedMessage>> Message(Snowflake channel, Snowflake message, CancellationToken cancellation) =>
        Get($"channels/{channel}/messages/{message}", DiscordJson.Default.PostedMessage, cancellation);

    /// <summary>Those after one, at most <see cref="MostOfPage"/>, the oldest of them; none where the bot may not read what was said before.</summary>
    public Task<Outcome<IReadOnlyList<PostedMessage>>> After(Snowflake channel, Snowflake after, CancellationToken cancellation) =>
        Get($"channels/{channel}/messages?after={after}&limit=100", DiscordJson.Default.IReadOnlyListPostedMessage, cancellation);

    public Task<Outcome<PostedMessage>> Edit(
        Snowflake channel,
        Snowflake message,
        MessageEdit edit,
        CancellationToken cancellation,
        params IReadOnlyList<Upload> files
    ) => Edit($"channels/{channel}/messages/{message}", edit, files, cancellation);

    public Task<Outcome<NoContent>> Delete(Snowflake channel, Snowflake message, CancellationToken cancellation) =>
        Delete($"channels/{channel}/messages/{message}", ErrorCode.UnknownMessage, cancellation);

    private Task<Outcome<PostedMessage>> Edit(
        FormattableString path,
        MessageEdit edit,
        IReadOnlyList<Upload> files,
        CancellationToken cancellation
    ) =>
        Ask(
            new Request(HttpMethod.Patch, new Route(path))
            {
                Json = Body(
                    Notes(files) is { } notes
                        ? edit with
                        {
                            Attachments = Change.To<IReadOnlyList<AttachmentNote>>([.. edit.Attachments.Value ?? [], .. notes]),
                        }
                        : edit,
                    DiscordJson.Default.MessageEdit
                ),
                Files = files,
            },
            DiscordJson.Default.PostedMessage,
            cancellation
        );

    private static AttachmentNote[]? Notes(IReadOnlyList<Upload> files) =>
        files.Count == 0
            ? null
            :
            [
                .. files
                    .Index()
                    .Select(each => new AttachmentNote(
                        each.Index.ToString(CultureInfo.InvariantCulture),
                        each.Item.Name,
                        each.Item.Description
                    )),
            ];
}
