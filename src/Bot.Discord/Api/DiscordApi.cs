using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Posts;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Api;

/// <summary>
/// What the bot asks of Discord, one method a route. Each outcome is a value; cancelling throws, and leaves open whether it was done.
/// </summary>
internal sealed partial class DiscordApi(DiscordClient client, Snowflake application) : IMessageApi
{
    /// <summary>So many guilds are listed at once.</summary>
    public const int MostGuilds = 200;

    public Task<Outcome<Application>> Application(CancellationToken cancellation) =>
        Get($"applications/@me", DiscordJson.Default.Application, cancellation);

    public Task<Outcome<BotUser>> Me(CancellationToken cancellation) => Get($"users/@me", DiscordJson.Default.BotUser, cancellation);

    public Task<Outcome<GatewayBot>> Gateway(CancellationToken cancellation) =>
        Get($"gateway/bot", DiscordJson.Default.GatewayBot, cancellation);

    /// <summary>A channel, or a thread.</summary>
    public Task<Outcome<Channel>> Channel(Snowflake channel, CancellationToken cancellation) =>
        Get($"channels/{channel}", DiscordJson.Default.Channel, cancellation);

    public Task<Outcome<Guild>> Guild(Snowflake guild, CancellationToken cancellation) =>
        Get($"guilds/{guild}", DiscordJson.Default.Guild, cancellation);

    /// <summary>The guilds that the bot is in, by id: those after one, at most <see cref="MostGuilds"/>.</summary>
    public Task<Outcome<IReadOnlyList<OwnGuild>>> Guilds(Snowflake after, CancellationToken cancellation) =>
        Get($"users/@me/guilds?after={after}&limit=200", DiscordJson.Default.IReadOnlyListOwnGuild, cancellation);

    /// <summary>Whether a guild has the application, the bot or the commands alone: where it has neither, Discord lets nobody read which commands there are.</summary>
    public async Task<Outcome<bool>> Has(Snowflake guild, CancellationToken cancellation) =>
        await Commands(guild, cancellation) is var told
        && (IsRefused(told, ErrorCode.MissingAccess) || IsRefused(told, ErrorCode.UnknownGuild))
            ? new Outcome<bool>.Done(false)
            : told.Then<bool>(_ => new Outcome<bool>.Done(true));

    public Task<Outcome<IReadOnlyList<Role>>> Roles(Snowflake guild, CancellationToken cancellation) =>
        Get($"guilds/{guild}/roles", DiscordJson.Default.IReadOnlyListRole, cancellation);

    public Task<Outcome<GuildMember>> Member(Snowflake guild, Snowflake person, CancellationToken cancellation) =>
        Get($"guilds/{guild}/members/{person}", DiscordJson.Default.GuildMember, cancellation);

    public Task<Outcome<IReadOnlyList<GuildMember>>> Search(Snowflake guild, string typed, CancellationToken cancellation) =>
        Ask(
            new Request(HttpMethod.Get, new Route($"guilds/{guild}/members/search"))
            {
                Query = $"?query={Uri.EscapeDataString(typed)}&limit=10",
            },
            DiscordJson.Default.IReadOnlyListGuildMember,
            cancellation
        );

    /// <summary>The channel to a person; the same one when there is one already. Only after they did something.</summary>
    public Task<Outcome<Channel>> Direct(Snowflake person, CancellationToken cancellation) =>
        Ask(
            new Request(HttpMethod.Post, new Route($"users/@me/channels"))
            {
                Json = Body(new OpenDirect(person), DiscordJson.Default.OpenDirect),
                Repeatable = true,
            },
            DiscordJson.Default.Channel,
            cancellation
        );

    /// <summary>The commands as they stand, with all that Discord says of them.</summary>
    /// <param name="guild">Null for those that are for everybody.</param>
    public Task<Outcome<JsonArray>> Commands(Snowflake? guild, CancellationToken cancellation) =>
        Ask(
            new Request(HttpMethod.Get, CommandsOf(guild)) { Query = "?with_localizations=true" },
            DiscordJson.Default.JsonArray,
            cancellation
        );

    /// <summary>Made, or put in place of the one of that name, which keeps its id.</summary>
    public Task<Outcome<NoContent>> CreateCommand(Snowflake? guild, ApplicationCommand command, CancellationToken cancellation) =>
        Do(
            new Request(HttpMethod.Post, CommandsOf(guild))
            {
                Json = Body(command, DiscordJson.Default.ApplicationCommand),
                Repeatable = true,
            },
            cancellation
        );

    private Route CommandsOf(Snowflake? guild) =>
        guild is { } some
            ? new Route($"applications/{application}/guilds/{some}/commands")
            : new Route($"applications/{application}/commands");

    private Task<Outcome<T>> Get<T>(FormattableString path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        Ask(new Request(HttpMethod.Get, new Route(path)), type, cancellation);

    /// <summary>What is gone already is deleted.</summary>
    private async Task<Outcome<NoContent>> Delete(FormattableString path, string gone, CancellationToken cancellation) =>
        await Do(new Request(HttpMethod.Delete, new Route(path)), cancellation) is var outcome && IsRefused(outcome, gone)
            ? new Outcome<NoContent>.Done(default)
            : outcome;

    private static bool IsRefused<T>(Outcome<T> outcome, string code) =>
        outcome is Outcome<T>.NotDone { Why: Failure.Refused refused } && refused.Code == code;

    private async Task<Outcome<NoContent>> Do(Request request, CancellationToken cancellation) =>
        (await client.Send(request, cancellation)).Then<NoContent>(_ => new Outcome<NoContent>.Done(default));

    private async Task<Outcome<T>> Ask<T>(Request request, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        (await client.Send(request, cancellation)).Then(body => Read(body, type, request.Route));

    private static Outcome<T> Read<T>(byte[] body, JsonTypeInfo<T> type, Route route)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, type) is { } read)
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
                $"Discord did {route}, but what it answers is not understood here: see whether there is a newer version of Dateline."
            )
        );
    }

    private static byte[] Body<T>(T body, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(body, type);
}
