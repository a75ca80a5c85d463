using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Gateway;

/// <summary>The interactions that people made at the stand-in, and what came of them.</summary>
public sealed class StandInInteractions(StandInGateway gateway, TimeProvider time)
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Made> made = new(StringComparer.Ordinal);
    private long next = 1_300_000_000_000_000_000;

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<Made> All
    {
        get
        {
            lock (gate)
            {
                return [.. made.Values];
            }
        }
    }

    /// <summary>An interaction.</summary>
    public sealed record Made(string Id, string Token, DateTimeOffset At)
    {
        /// <summary>Null while there is none.</summary>
        public JsonNode? Answer { get; internal set; }

        /// <summary>How often it was answered, whether that was taken or not.</summary>
        public int Tries { get; internal set; }
    }

    /// <summary>Somebody types a command.</summary>
    /// <param name="data">As <c>data</c> of an interaction.</param>
    public Made Type(JsonNode data, string? guild, int type = 2)
    {
        Made interaction;
        lock (gate)
        {
            var id = $"{next++}";
            made[id] = interaction = new Made(id, $"token-of-{id}", time.GetUtcNow());
        }

        var user = new JsonObject { ["id"] = "1200000000000000004", ["username"] = "jo" };
        var told = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = gateway.Application.ApplicationId,
            ["type"] = type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["locale"] = "en-GB",
            ["data"] = data.DeepClone(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild ?? "0" },
        };
        if (guild is null)
        {
            told["user"] = user;
        }
        else
        {
            told["guild_id"] = guild;
            told["member"] = new JsonObject
            {
                ["user"] = user,
                ["permissions"] = "2048",
                ["roles"] = new JsonArray(),
            };
        }

        gateway.Tell("INTERACTION_CREATE", told, guild);
        return interaction;
    }

    /// <summary><c>POST /interactions/{id}/{token}/callback</c>.</summary>
    /// <returns>HTTP's status, and Discord's code where it is refused.</returns>
    public (int Status, int Code) Answer(string id, string token, JsonNode response)
    {
        lock (gate)
        {
            if (!made.TryGetValue(id, out var interaction) || interaction.Token != token)
            {
                return (404, 10062);
            }

            interaction.Tries++;
            if (interaction.Answer is not null)
            {
                return (400, 40060);
            }

            if (time.GetUtcNow() - interaction.At > FirstAnswer)
            {
                return (404, 10062);
            }

            interaction.Answer = response;
            return (204, 0);
        }
    }
}
