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
        discord.Locked(() =>
        {
            var errors = new FormErrors();
            AnswerShapes.Check(answer, [], errors);
            return errors.Any ? errors.Lines
                : Answer(byToken[token], answer, []) is { Status: >= 400 } refused ? [refused.Body ?? ""]
                : [];
        });

    internal Reply Callback(StandInCall call)
    {
        if (!byToken.TryGetValue(call["interaction_token"], out var asked) || asked.Id != call["interaction_id"])
        {
            return Reply.UnknownInteraction;
        }

        var reply = Answer(asked, call.Json, call.Files);
        return reply.Status == 204 && call.Query.GetValueOrDefault("with_response") == "true" ? Reply.Json(Told(asked)) : reply;
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

    private Reply Answer(Asked asked, JsonObject answer, IReadOnlyList<SentFile> files)
    {
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

    private static JsonObject Told(Asked asked) =>
        new()
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = asked.Id,
                ["type"] = asked.Type,
                ["response_message_id"] = asked.Original?.Id,
                ["response_message_loading"] = asked.Original?.IsLoading ?? false,
                ["response_message_ephemeral"] = asked.Original?.IsEphemeral ?? false,
            },
            ["resource"] = new JsonObject { ["type"] = asked.Answer!["type"]!.DeepClone(), ["message"] = asked.Original?.Json() },
        };
}
