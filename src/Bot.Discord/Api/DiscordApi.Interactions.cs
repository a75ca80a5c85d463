using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Api;

/// <content>
/// Answers to interactions, by their token: the first within three seconds, what follows within 15 minutes
/// (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints"/>).
/// </content>
internal sealed partial class DiscordApi
{
    /// <summary>Of the three seconds, so that a failure can still be told in the response to the request that brought the interaction.</summary>
    private static readonly TimeSpan FirstWithin = TimeSpan.FromSeconds(2.2);

    /// <summary>So that a second try has time: where the first was done and only its answer got lost, that one tells.</summary>
    private static readonly TimeSpan FirstTryWithin = TimeSpan.FromSeconds(1);

    /// <summary>The first answer. What was answered already is answered: there is one first answer, so that sending it again makes no second.</summary>
    public async Task<Outcome<NoContent>> Answer(
        Snowflake interaction,
        InteractionToken token,
        InteractionResponse response,
        CancellationToken cancellation,
        params IReadOnlyList<Upload> files
    )
    {
        var noted =
            Notes(files) is { } notes && response.Data is { } data ? response with { Data = data with { Attachments = notes } } : response;
        var outcome = await Do(
            new Request(HttpMethod.Post, new Route($"interactions/{interaction}/{token}/callback"))
            {
                Json = DiscordJson.Write(noted),
                Files = files,
                Repeatable = true,
                AnswerWithin = FirstTryWithin,
                Patience = FirstWithin,
            },
            cancellation
        );
        return IsRefused(outcome, ErrorCode.AlreadyAcknowledged) ? new Outcome<NoContent>.Done(default) : outcome;
    }

    /// <summary>Puts another message in place of the first answer. Also what completes a deferred one.</summary>
    public Task<Outcome<PostedMessage>> EditOriginal(
        InteractionToken token,
        MessageEdit edit,
        CancellationToken cancellation,
        params IReadOnlyList<Upload> files
    ) => Edit($"webhooks/{application}/{token}/messages/@original", edit, files, cancellation);

    /// <summary>A further message. It has no nonce, so that it is not sent again where no answer came.</summary>
    public Task<Outcome<PostedMessage>> Follow(
        InteractionToken token,
        FollowUp message,
        CancellationToken cancellation,
        params IReadOnlyList<Upload> files
    ) =>
        Ask(
            new Request(HttpMethod.Post, new Route($"webhooks/{application}/{token}"))
            {
                Json = Body(message with { Attachments = Notes(files) }, DiscordJson.Default.FollowUp),
                Files = files,
            },
            DiscordJson.Default.PostedMessage,
            cancellation
        );
}
