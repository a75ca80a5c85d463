using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Api;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Posts;
using Bot.Discord.Wire;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Gateway;
using Bot.Wire;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The calls of the Gateway, answered by the stand-in without a network in between. Each takes a moment.</summary>
internal sealed class StandInApi(StandInGateway gateway, StandInAnswers interactions, TimeProvider time) : IGatewayApi, IMessageApi
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    /// <summary>Nothing is reached.</summary>
    public bool IsAway { get; set; }

    /// <summary>The status of what is refused; 0: nothing is.</summary>
    public int Refusing { get; set; }

    public int Asked { get; private set; }

    /// <summary>No channel takes a message: whoever posts waits for as long as they have patience.</summary>
    public bool IsLimited { get; set; }

    /// <summary>How many messages somebody tried to post, whether they arrived or not.</summary>
    public int Posting { get; private set; }

    /// <summary>How often each interaction was answered, whether that arrived or not.</summary>
    public Dictionary<string, int> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages by nonce: one that was there is not made again.</summary>
    public List<(Snowflake Channel, JsonNode Message)> Posted { get; } = [];

    public async Task<Outcome<GatewayBot>> Gateway(CancellationToken cancellation)
    {
        Asked++;
        return await Reach(cancellation) is { } failure
            ? new Outcome<GatewayBot>.NotDone(failure)
            : new Outcome<GatewayBot>.Done(gateway.GatewayBot().Deserialize(DiscordJson.Default.GatewayBot)!);
    }

    public async Task<Outcome<NoContent>> Answer(Interaction interaction, InteractionResponse response, CancellationToken cancellation)
    {
        var id = interaction.Id.ToString();
        Answered[id] = Answered.GetValueOrDefault(id) + 1;
        if (await Reach(cancellation) is { } failure)
        {
            return new Outcome<NoContent>.NotDone(failure);
        }

        var (status, number) = interactions.Answered(id, interaction.Token.Secret, JsonNode.Parse(DiscordJson.Write(response))!);
        var code = number.ToString(CultureInfo.InvariantCulture);
        return status == 204 || code == ErrorCode.AlreadyAcknowledged
            ? new Outcome<NoContent>.Done(default)
            : new Outcome<NoContent>.NotDone(new Failure.Refused(status, code, "Refused."));
    }

    public async Task<Outcome<PostedMessage>> Post(
        Snowflake channel,
        MessageCreate message,
        CancellationToken cancellation,
        TimeSpan? patience = null,
        params IReadOnlyList<Upload> files
    )
    {
        Posting++;
        if (IsLimited)
        {
            await Task.Delay(patience ?? Request.Usual, time, cancellation);
            return new Outcome<PostedMessage>.NotDone(new Failure.Unreachable("The turn did not come in time."));
        }

        if (await Reach(cancellation) is { } failure)
        {
            return new Outcome<PostedMessage>.NotDone(failure);
        }

        var written = JsonSerializer.SerializeToNode(message, DiscordJson.Default.MessageCreate)!;
        if (Posted.TrueForAll(each => (string)each.Message["nonce"]! != (string)written["nonce"]!))
        {
            Posted.Add((channel, written));
        }

        return new Outcome<PostedMessage>.Done(new PostedMessage { Id = new Snowflake(1), ChannelId = channel });
    }

    public Task<Outcome<PostedMessage>> Edit(
        Snowflake channel,
        Snowflake message,
        MessageEdit edit,
        CancellationToken cancellation,
        params IReadOnlyList<Upload> files
    ) => throw new NotSupportedException();

    public Task<Outcome<PostedMessage>> Message(Snowflake channel, Snowflake message, CancellationToken cancellation) =>
        throw new NotSupportedException("Nothing is looked for here.");

    public Task<Outcome<IReadOnlyList<PostedMessage>>> After(Snowflake channel, Snowflake after, CancellationToken cancellation) =>
        throw new NotSupportedException("Nothing is looked for here.");

    public Task<Outcome<NoContent>> Delete(Snowflake channel, Snowflake message, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Outcome<Channel>> Channel(Snowflake channel, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Outcome<Guild>> Guild(Snowflake guild, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Outcome<IReadOnlyList<Role>>> Roles(Snowflake guild, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Outcome<GuildMember>> Member(Snowflake guild, Snowflake person, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Outcome<IReadOnlyList<GuildMember>>> Search(Snowflake guild, string typed, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Outcome<BotUser>> Me(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Outcome<Channel>> Direct(Snowflake person, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Nothing here is answered later.</summary>
    public static Task<Outcome<PostedMessage>> Replace(InteractionToken token, Finished finished, CancellationToken cancellation) =>
        throw new NotSupportedException();

    private async Task<Failure?> Reach(CancellationToken cancellation)
    {
        await Task.Delay(Moment, time, cancellation);
        return IsAway ? new Failure.Unreachable("Discord cannot be reached.")
            : Refusing > 0 ? new Failure.Refused(Refusing, "", "Discord does not take the bot's token.")
            : null;
    }
}
