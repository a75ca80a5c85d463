using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Gateway;

/// <summary>What the stand-in remembers of a login: the events with their numbers, so that what was missed can be told again.</summary>
internal sealed class StandInSession(string id, int shard, int shards, int intents)
{
    private readonly List<(string Text, string? Interaction)> told = [];

    public string Id => id;
    public int Shard => shard;
    public int Shards => shards;

    /// <summary>Null while it is lost.</summary>
    public StandInConnection? Connection { get; set; }
    public DateTimeOffset LostAt { get; set; }

    /// <summary>The last event the client said it has.</summary>
    public long Acknowledged { get; set; }

    /// <summary>How often somebody came to resume while nothing came through.</summary>
    public int Refused { get; set; }

    /// <summary>Interactions that the client never said it has.</summary>
    public IEnumerable<string> Untold => told.Skip((int)Acknowledged).Select(one => one.Interaction).OfType<string>();

    /// <summary>The number of the last event.</summary>
    public long Last => told.Count;

    public bool Wants(int intent) => intent == 0 || (intents & intent) != 0;

    public bool Holds(string? guild) =>
        (guild is null ? 0 : ulong.Parse(guild, System.Globalization.CultureInfo.InvariantCulture) >> 22) % (ulong)shards == (ulong)shard;

    public void Tell(string name, JsonNode data)
    {
        var text = new JsonObject
        {
            ["op"] = 0,
            ["d"] = data.DeepClone(),
            ["s"] = Last + 1,
            ["t"] = name,
        }.ToJsonString();
        told.Add((text, name == "INTERACTION_CREATE" ? (string?)data["id"] : null));
        Connection?.Send(text);
    }

    /// <summary>What came after a number, again.</summary>
    public void TellAgain(long after)
    {
        foreach (var (text, _) in told.Skip((int)after))
        {
            Connection?.Send(text);
        }
    }
}
