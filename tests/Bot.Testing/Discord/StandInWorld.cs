using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Testing.Discord;

/// <summary>What there is at the stand-in: servers, channels, messages, people. A test adds to it and looks into it.</summary>
public sealed class StandInWorld(TimeProvider time)
{
    public const string Guild = "1200000000000000002";
    public const string Channel = "1200000000000000003";
    public const string Person = "1200000000000000004";

    /// <summary>What the bot may do: view, send, embed, attach, read the history, send in threads.</summary>
    public const string BotPermissions = "274878024704";

    private long last = 1_400_000_000_000_000_000;

    /// <summary>Those that the bot is in by id, as Discord tells them.</summary>
    public IDictionary<string, JsonObject> Guilds { get; } =
        new ConcurrentDictionary<string, JsonObject>(StringComparer.Ordinal)
        {
            [Guild] = new JsonObject
            {
                ["id"] = Guild,
                ["name"] = "Test",
                ["owner_id"] = Person,
                ["preferred_locale"] = "en-GB",
                ["roles"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = Guild,
                        ["name"] = "@everyone",
                        ["permissions"] = BotPermissions,
                        ["position"] = 0,
                    }
                ),
            },
        };

    /// <summary>Those that added the commands without the bot, by id.</summary>
    public ISet<string> WithCommandsAlone { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>By id, threads and direct messages too.</summary>
    public IDictionary<string, JsonObject> Channels { get; } =
        new ConcurrentDictionary<string, JsonObject>(StringComparer.Ordinal)
        {
            [Channel] = new JsonObject
            {
                ["id"] = Channel,
                ["type"] = 0,
                ["guild_id"] = Guild,
                ["name"] = "general",
                ["parent_id"] = null,
                ["permission_overwrites"] = new JsonArray(),
            },
        };

    /// <summary>By guild and person.</summary>
    public IDictionary<(string Guild, string Person), JsonObject> Members { get; } =
        new Dictionary<(string Guild, string Person), JsonObject>()
        {
            [(Guild, Person)] = new JsonObject
            {
                ["user"] = User(Person, "jo"),
                ["nick"] = null,
                ["roles"] = new JsonArray(),
            },
        };

    /// <summary>With what code writing in a channel is refused: 50001, 50013, 50007 …</summary>
    public IDictionary<string, int> Refusing { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Channels in which nothing may be attached.</summary>
    public ISet<string> WithoutFiles { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Channels in which the bot may not read what was said before: it is told that there is nothing.</summary>
    public ISet<string> WithoutHistory { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>In order, those that are deleted too.</summary>
    public IList<StandInMessage> Messages { get; } = [];

    /// <summary>Commands by guild; those for everybody under the empty one.</summary>
    public IDictionary<string, IList<JsonObject>> Commands { get; } = new Dictionary<string, IList<JsonObject>>(StringComparer.Ordinal);

    /// <summary>By its time, as Discord's are.</summary>
    public string NextId()
    {
        last = Math.Max(
            last + 1,
            (long)(time.GetUtcNow() - new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMilliseconds << 22
        );
        return last.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The bot's servers, as Discord lists them.</summary>
    public IEnumerable<JsonObject> OwnGuilds() =>
        Guilds.Values.Select(guild => new JsonObject
        {
            ["id"] = (string)guild["id"]!,
            ["name"] = (string)guild["name"]!,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = false,
            ["permissions"] = BotPermissions,
            ["features"] = new JsonArray(),
        });

    /// <summary>Somebody else writes.</summary>
    public StandInMessage Write(string channel, string person, string content) =>
        Add(channel, new JsonObject { ["content"] = content }, [], User(person, "jo"));

    public StandInMessage? Find(string channel, string message) =>
        Messages.FirstOrDefault(each => each.Id == message && each.Channel == channel && !each.IsDeleted);

    /// <summary>The channel of direct messages with somebody, which is made when it is first asked for.</summary>
    public JsonObject Direct(string person)
    {
        var there = Channels.Values.FirstOrDefault(channel =>
            (int)channel["type"]! == 1 && (string)channel["recipients"]![0]!["id"]! == person
        );
        if (there is null)
        {
            there = new JsonObject
            {
                ["id"] = NextId(),
                ["type"] = 1,
                ["last_message_id"] = null,
                ["flags"] = 0,
                ["recipients"] = new JsonArray(User(person, "jo")),
            };
            Channels[(string)there["id"]!] = there;
        }

        return there.DeepClone().AsObject();
    }

    internal StandInMessage Add(string channel, JsonObject said, IReadOnlyList<SentFile> files, JsonObject author)
    {
        var message = new StandInMessage(NextId(), channel, author) { At = time.GetUtcNow(), Nonce = (string?)said["nonce"] };
        message.Show(said, files, NextId);
        Messages.Add(message);
        return message;
    }

    public static JsonObject User(string id, string name, bool isBot = false) =>
        new()
        {
            ["id"] = id,
            ["username"] = name,
            ["discriminator"] = "0",
            ["global_name"] = null,
            ["avatar"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
            ["bot"] = isBot,
        };
}
