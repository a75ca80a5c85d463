using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <inheritdoc cref="ISlackApi"/>
internal sealed partial class SlackApi(SlackClient client, IBotTokens tokens, TimeProvider time) : ISlackApi
{
    private const string TokenExpired = "token_expired";

    public async Task<Outcome<Conversation>> Conversation(CommunityId workspace, PlaceId channel, CancellationToken cancellation) =>
        (
            await Ask(
                new Call("conversations.info", workspace).With("channel", channel.Value),
                AnswerJson.Default.ConversationAnswer,
                cancellation
            )
        ).Then<Conversation>(answer => new Outcome<Conversation>.Done(answer.Channel));

    /// <summary>The channel to a person; the same one when there is one already.</summary>
    public async Task<Outcome<PlaceId>> Direct(CommunityId workspace, UserId person, CancellationToken cancellation) =>
        (
            await Ask(
                new Call("conversations.open", workspace).With("users", person.Value),
                AnswerJson.Default.ConversationAnswer,
                cancellation
            )
        ).Then<PlaceId>(answer => new Outcome<PlaceId>.Done(new PlaceId(answer.Channel.Id)));

    private async Task<Outcome<NoContent>> Do(Call call, CancellationToken cancellation) =>
        (await Send(call, cancellation)).Then<NoContent>(_ => new Outcome<NoContent>.Done(default));

    private async Task<Outcome<T>> Ask<T>(Call call, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        (await Send(call, cancellation)).Then(answered => Answer.Read(answered, type, call.Method));

    /// <summary>With the workspace's token; where that has expired, once more with a new one.</summary>
    private async Task<Outcome<Exchanged.Answered>> Send(Call call, CancellationToken cancellation)
    {
        var workspace = call.Workspace!.Value;
        var found = await tokens.Find(workspace, cancellation);
        if (found is not Outcome<Credential>.Done { Value: var credential })
        {
            return found.Failed<Exchanged.Answered>();
        }

        var sent = await client.Send(call, credential, cancellation);
        return
            sent is Outcome<Exchanged.Answered>.NotDone { Why: Failure.Refused { Code: TokenExpired } }
            && await tokens.Renewed(workspace, credential, cancellation) is { } renewed
            ? await client.Send(call, renewed, cancellation)
            : sent;
    }
}

/// <summary>Reads what Slack answered.</summary>
internal static class Answer
{
    public static Outcome<T> Read<T>(Exchanged.Answered answered, JsonTypeInfo<T> type, string method)
    {
        try
        {
            if (JsonSerializer.Deserialize(answered.Body, type) is { } read)
            {
                return new Outcome<T>.Done(read);
            }
        }
        catch (JsonException)
        {
            // Told below, without what stands in it.
        }

        return new Outcome<T>.NotDone(
            new Failure.Unknown(
                $"Slack did {method}, but what it answers is not understood here: see whether there is a newer version of Dateline."
            )
        );
    }
}
