using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Discord.Gateway;

/// <summary>Who logs in, and as which shard.</summary>
/// <param name="Token">The bare token.</param>
internal sealed record GatewayLogin(string Token, Shard Shard)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Shard = ").Append(Shard);
        return true;
    }
}

/// <summary>All that is ever sent over the Gateway (<see href="https://discord.com/developers/docs/events/gateway-events#send-events"/>).</summary>
internal static class Outgoing
{
    /// <summary>Discord closes the connection over anything longer, in bytes.</summary>
    public const int Longest = 4_096;

    /// <param name="sequence">The last event seen; null for none.</param>
    public static byte[] Heartbeat(long? sequence) => Write(Ops.Heartbeat, JsonValue.Create(sequence));

    public static byte[] Identify(GatewayLogin login) =>
        Write(
            Ops.Identify,
            new JsonObject
            {
                ["token"] = login.Token,
                ["intents"] = Intents.Wanted,
                ["properties"] = new JsonObject
                {
                    ["os"] = Environment.OSVersion.Platform.ToString(),
                    ["browser"] = "dateline",
                    ["device"] = "dateline",
                },
                ["shard"] = new JsonArray(login.Shard.Index, login.Shard.Of),
            }
        );

    public static byte[] Resume(GatewayLogin login, string session, long sequence) =>
        Write(
            Ops.Resume,
            new JsonObject
            {
                ["token"] = login.Token,
                ["session_id"] = session,
                ["seq"] = sequence,
            }
        );

    private static byte[] Write(int op, JsonNode? data) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());
}
