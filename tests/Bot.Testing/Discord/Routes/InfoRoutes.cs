using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Discord.Routes;

/// <summary>What can be read about the bot, and the places and people it sees.</summary>
internal sealed class InfoRoutes(StandInDiscord discord)
{
    private static readonly Shape Direct = new Fields(new Field("recipient_id", new Digits(), Required: true));

    public IEnumerable<StandInRoute> All =>
        [
            new("GET", "/applications/@me", _ => Reply.Json(Application())),
            new("GET", "/users/@me", _ => Reply.Json(discord.Bot)),
            new("GET", "/users/@me/guilds", OwnGuilds) { Query = ["after", "limit"] },
            new("GET", "/gateway/bot", _ => Reply.Json(discord.Gateway())),
            new("GET", "/gateway", _ => Reply.Json(new JsonObject { ["url"] = discord.Gateway()["url"]?.DeepClone() })),
            new("GET", "/channels/{channel_id}", call => Found(discord.World.Channels, call["channel_id"], 10003, "Unknown Channel")),
            new("GET", "/guilds/{guild_id}", call => Found(discord.World.Guilds, call["guild_id"], 10004, "Unknown Guild"))
            {
                Query = ["with_counts"],
            },
            new("GET", "/guilds/{guild_id}/roles", Roles),
            new("GET", "/guilds/{guild_id}/members/search", Search) { Query = ["query", "limit"] },
            new("GET", "/guilds/{guild_id}/members/{user_id}", Member),
            new("POST", "/users/@me/channels", Open) { Check = (call, errors) => Direct.Check(call.Json, "", errors) },
        ];

    private JsonObject Application() =>
        new()
        {
            ["id"] = discord.ApplicationId,
            ["name"] = "Dateline",
            ["icon"] = null,
            ["description"] = "",
            ["bot"] = discord.Bot,
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = discord.PublicKey,
            ["flags"] = 0,
            ["interactions_endpoint_url"] = discord.InteractionsEndpoint,
        };

    private static Reply Found<TKey>(IDictionary<TKey, JsonObject> all, TKey id, int code, string message)
        where TKey : notnull => all.TryGetValue(id, out var found) ? Reply.Json(found) : Reply.Error(404, code, message);

    /// <summary>By id, the first after one.</summary>
    private Reply OwnGuilds(StandInCall call)
    {
        if (
            !ulong.TryParse(call.Query.GetValueOrDefault("after", "0"), NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            || !int.TryParse(call.Query.GetValueOrDefault("limit", "200"), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            || most is < 1 or > 200
        )
        {
            discord.Violate(call, "'after' must be an id, and 'limit' a number from 1 to 200");
            return Reply.Error(400, 50035, "Invalid Form Body");
        }

        return Reply.Json(new JsonArray([.. discord.World.OwnGuilds().Where(guild => Id(guild) > after).OrderBy(Id).Take(most)]));

        static ulong Id(JsonObject guild) => ulong.Parse((string)guild["id"]!, CultureInfo.InvariantCulture);
    }

    private Reply Roles(StandInCall call) =>
        discord.World.Guilds.TryGetValue(call["guild_id"], out var guild)
            ? Reply.Json(guild["roles"]!)
            : Reply.Error(404, 10004, "Unknown Guild");

    /// <summary>The bot is in every server there is, and has no role but everybody's where a test gives it none.</summary>
    private Reply Member(StandInCall call) =>
        !discord.World.Guilds.ContainsKey(call["guild_id"]) ? Reply.Error(404, 10004, "Unknown Guild")
        : discord.World.Members.TryGetValue((call["guild_id"], call["user_id"]), out var member) ? Reply.Json(member)
        : call["user_id"] != discord.BotId ? Reply.Error(404, 10007, "Unknown Member")
        : Reply.Json(
            new JsonObject
            {
                ["user"] = discord.Bot,
                ["nick"] = null,
                ["roles"] = new JsonArray(),
            }
        );

    /// <summary>Whose name begins with what was typed.</summary>
    private Reply Search(StandInCall call) =>
        Reply.Json(
            new JsonArray([
                .. discord
                    .World.Members.Where(pair => pair.Key.Guild == call["guild_id"])
                    .Select(pair => pair.Value)
                    .Where(member =>
                        ((string)member["user"]!["username"]!).StartsWith(call.Query["query"], StringComparison.OrdinalIgnoreCase)
                        || ((string?)member["nick"])?.StartsWith(call.Query["query"], StringComparison.OrdinalIgnoreCase) == true
                    )
                    .Take(int.Parse(call.Query.GetValueOrDefault("limit", "1"), CultureInfo.InvariantCulture))
                    .Select(member => member.DeepClone()),
            ])
        );

    private Reply Open(StandInCall call) => Reply.Json(discord.World.Direct((string)call.Json["recipient_id"]!));
}
