using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Benchmarks.Interactions;
using Bot.Testing.Discord;

namespace Bot.Benchmarks.Chaos;

/// <summary>People at Discord: what they do comes signed, and is answered within three seconds or not at all.</summary>
internal sealed class DiscordPeople(Platforms platforms, Uri service)
{
    private const int Command = 2;
    private const int Component = 3;

    /// <summary>Write in channels and in threads.</summary>
    private const string Writes = "274877908992";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HttpClient http = new() { Timeout = Patience };
    private readonly Uri address = new(service, "/discord/interactions");
    private long last = 1_300_000_000_000_000_000;

    private StandInDiscord Discord => platforms.Discord;

    /// <summary>Somebody asks, and is answered alone.</summary>
    /// <returns>Beside it the answer, once it is there; null where there is none.</returns>
    public (Asked Asked, Task<StandInMessage?> Answer) Ask(string question)
    {
        var data = new JsonObject
        {
            ["id"] = "1300000000000000300",
            ["name"] = "ask",
            ["type"] = 1,
            ["options"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "question",
                    ["type"] = 3,
                    ["value"] = question,
                }
            ),
        };
        return Do("Discord, a command", Command, data, StandInWorld.Channel, on: null);
    }

    /// <summary>Somebody shares a private answer in a channel where nothing was shared yet; null where it cannot be shared.</summary>
    public Asked? Share(StandInMessage answer)
    {
        var button = answer
            .Components.SelectMany(row => row!["components"]!.AsArray())
            .FirstOrDefault(each => ((string?)each!["label"])?.StartsWith("Share", StringComparison.Ordinal) == true);
        if (button is null)
        {
            return null;
        }

        var channel = platforms.NewDiscordChannel();
        var data = new JsonObject { ["custom_id"] = (string)button["custom_id"]!, ["component_type"] = 2 };
        var shared = Do("Discord, a share", Component, data, channel, answer).Asked;
        return shared with
        {
            Answers = () => Math.Max(shared.Answers(), Posts(channel).Count()),
            Seen = () => string.Join("; ", Posts(channel).Select(post => $"{post.At:T} {post.Nonce}: {post.Json().ToJsonString()}")),
        };
    }

    private IEnumerable<StandInMessage> Posts(string channel) =>
        Discord.Messages.Where(message => message.Channel == channel && !message.IsEphemeral);

    private (Asked Asked, Task<StandInMessage?> Answer) Do(string what, int type, JsonObject data, string channel, StandInMessage? on)
    {
        var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        var opened = Discord.Interactions.Open(id, $"token-{id}", type, channel, on);
        var sending = Send(opened, SigningKey.Sign(what, Encoding.UTF8.GetBytes(Body(opened, data, on).ToJsonString())));
        return (
            new Asked(
                what,
                id,
                // As it is seen: where the first try was taken and only its answer got lost, a second is refused and tells.
                () => (opened.Answer is null ? 0 : 1) + opened.FollowUps.Count,
                () => opened is { Answer: not null, Original: { IsLoading: false } shown } ? Outcomes.Of(shown.Content) : null,
                () => sending.IsCompleted
            ),
            sending
        );
    }

    private async Task<StandInMessage?> Send(StandInAnswers.Asked opened, SignedRequest request)
    {
        // Whoever asks is not held up.
        await Task.Yield();
        try
        {
            using var message = request.Message(address);
            using var response = await http.SendAsync(message);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                Discord.Interactions.AnsweredInPlace(opened.Token, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // The balancer tells to whom it was handed.
        }

        return opened.Original;
    }

    private JsonObject Body(StandInAnswers.Asked opened, JsonObject data, StandInMessage? on)
    {
        var body = new JsonObject
        {
            ["id"] = opened.Id,
            ["application_id"] = Discord.ApplicationId,
            ["type"] = opened.Type,
            ["token"] = opened.Token,
            ["version"] = 1,
            ["channel_id"] = opened.Channel,
            ["channel"] = new JsonObject { ["id"] = opened.Channel, ["type"] = 0 },
            ["app_permissions"] = StandInWorld.BotPermissions,
            ["locale"] = "en-GB",
            ["context"] = 0,
            ["data"] = data,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = StandInWorld.Guild },
            ["guild_id"] = StandInWorld.Guild,
            ["member"] = new JsonObject
            {
                ["user"] = new JsonObject { ["id"] = StandInWorld.Person, ["username"] = "jo" },
                ["permissions"] = Writes,
                ["roles"] = new JsonArray(),
            },
        };
        if (on is not null)
        {
            body["message"] = on.Json();
        }

        return body;
    }
}
