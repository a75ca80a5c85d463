using System.Text.Json.Nodes;
using Bot.Testing.Discord.Shapes;

namespace Bot.Testing.Discord;

/// <summary>
/// The interactions that were sent, and how they are answered: once within three seconds, further within 15 minutes, and private or not as the first answer said
/// (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding"/>).
/// </summary>
public sealed class StandInAnswers
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly StandInDiscord discord;
    private readonly Dictionary<string, Asked> byToken = new(StringComparer.Ordinal);

    internal StandInAnswers(StandInDiscord discord) => this.discord = discord;

    /// <summary>An interaction, and what came of it.</summary>
    public sealed record Asked(string Id, string Token, string Channel, DateTimeOffset At)
    {
        /// <summary>2 a command, 3 a component, 4 completion, 5 a modal.</summary>
        public required int Type { get; init; }

        /// <summary>The message that a component sits on.</summary>
        public StandInMessage? On { get; init; }

        /// <summary>The app is not installed in the server: no more than five follow-ups.</summary>
        public bool IsPersonal { get; init; }

        /// <summary>The first answer as it was sent; null while there is none.</summary>
        public JsonObject? Answer { get; internal set; }

        /// <summary>The message that the first answer made, or the one it sits on.</summary>
        public StandInMessage? Original { get; internal set; }

        /// <summary>How often it was answered first, whether that was taken or not.</summary>
        public int Tries { get; internal set; }

        public IReadOnlyList<StandInMessage> FollowUps => Further;

        internal List<StandInMessage> Further { get; } = [];
    }

    public IReadOnlyList<Asked> All => discord.Locked(() => byToken.Values.ToList());

    /// <summary>From now on it can be answered.</summary>
    public Asked Open(
        string id,
        string token,
        int type = 2,
        string channel = StandInWorld.Channel,
        StandInMessage? on = null,
        bool isPersonal = false
    ) =>
        discord.Locked(() =>
            byToken[token] = new Asked(id, token, channel, discord.Time.GetUtcNow())
            {
                Type = type,
                On = on,
                IsPersonal = isPersonal,
            }
        );

    /// <summary>The first answer was the response to the request that brought the interaction.</summary>
    /// <returns>What is wrong with it; empty for nothing.</returns>
    public IReadOnlyList<string> AnsweredInPlace(string token, JsonObject answer) =>
        discord.Locked(() => Answer(byToken[token].Id, token, answer)) is { Status: >= 400, Body: var refused } ? [refused ?? ""] : [];

    /// <summary>A first answer from a client in the same process, without HTTP in between.</summary>
    /// <returns>HTTP's status, and Discord's code where it is refused.</returns>
    public (int Status, int Code) Answered(string id, string token, JsonNode answer)
    {
        var reply = discord.Locked(() => Answer(id, token, answer.AsObject()));
        return (reply.Status, reply.Code);
    }

    internal Reply Callback(StandInCall call)
    {
        var reply = Answer(call["interaction_id"], call["interaction_token"], call.Json, call.Files);
        return reply.Status == 204 && call.Query.GetValueOrDefault("with_response") == "true"
            ? Reply.Json(Told(byToken[call["interaction_token"]]))
            : reply;
    }

    /// <summary>The interaction of a token that still holds and was answered; else why not.</summary>
    internal Reply? Find(string token, out Asked asked)
    {
        if (!byToken.TryGetValue(token, out asked!))
        {
            return Reply.UnknownWebhook;
        }

        return discord.Time.GetUtcNow() - asked.At >= Life ? Reply.Error(401, 50027, "Invalid Webhook Token")
            : asked.Answer is null ? Reply.UnknownWebhook
            : null;
    }

    /// <summary>Without HTTP in between what is only noted there is refused.</summary>
    private Reply Answer(string id, string token, JsonObject answer)
    {
        var errors = new FormErrors();
        AnswerShapes.Check(answer, [], errors);
        return errors.Lines.Count > 0 ? Reply.Error(400, 50035, string.Join('\n', errors.Lines)) : Answer(id, token, answer, []);
    }

    private Reply Answer(string id, string token, JsonObject answer, IReadOnlyList<SentFile> files)
    {
        if (!byToken.TryGetValue(token, out var asked) || asked.Id != id)
        {
            return Reply.UnknownInteraction;
        }

        asked.Tries++;
        if (asked.Answer is not null)
        {
            return Reply.Error(400, 40060, "Interaction has already been acknowledged.");
        }

        if (discord.Time.GetUtcNow() - asked.At > First)
        {
            return Reply.UnknownInteraction;
        }

        var type = (int)answer["type"]!;
        var isTaken = type switch
        {
            8 => asked.Type == 4,
            9 => asked.Type is 2 or 3,
            6 or 7 => asked.On is not null,
            _ => asked.Type != 4,
        };
        if (!isTaken)
        {
            return Reply.Error(400, 50035, $"Type {type} is no answer to an interaction of type {asked.Type}.");
        }

        asked.Answer = answer.DeepClone().AsObject();
        var data = answer["data"] as JsonObject ?? [];
        switch (type)
        {
            case 4 or 5:
                asked.Original = discord.World.Add(asked.Channel, data, files, discord.Bot);
                asked.Original.IsLoading = type == 5;
                break;
            case 6 or 7:
                asked.Original = asked.On;
                asked.On!.Show(data, files, discord.World.NextId);
                break;
        }

        return Reply.Done;
    }

    private static JsonObject Told(Asked asked)
    {
        var interaction = new JsonObject { ["id"] = asked.Id, ["type"] = asked.Type };
        var told = new JsonObject { ["interaction"] = interaction };
        if (asked.Original is { } message)
        {
            interaction["response_message_id"] = message.Id;
            interaction["response_message_loading"] = message.IsLoading;
            interaction["response_message_ephemeral"] = message.IsEphemeral;
            if ((int)asked.Answer!["type"]! is var type and (4 or 7))
            {
                told["resource"] = new JsonObject { ["type"] = type, ["message"] = message.Json() };
            }
        }

        return told;
    }
}
