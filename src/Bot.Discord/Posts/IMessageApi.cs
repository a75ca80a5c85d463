using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Posts;

/// <summary>What posting asks of Discord. See <see cref="DiscordApi"/>.</summary>
internal interface IMessageApi
{
    Task<Outcome<PostedMessage>> Post(
        Snowflake channel,
        MessageCreate message,
        CancellationToken cancellation,
        TimeSpan? patience = null,
        params IReadOnlyList<Upload> files
    );

    Task<Outcome<PostedMessage>> Edit(
        Snowflake channel,
        Snowflake message,
        MessageEdit edit,
        CancellationToken cancellation,
        params IReadOnlyList<Upload> files
    );

    Task<Outcome<PostedMessage>> Message(Snowflake channel, Snowflake message, CancellationToken cancellation);

    Task<Outcome<IReadOnlyList<PostedMessage>>> After(Snowflake channel, Snowflake after, CancellationToken cancellation);

    Task<Outcome<NoContent>> Delete(Snowflake channel, Snowflake message, CancellationToken cancellation);

    Task<Outcome<Channel>> Channel(Snowflake channel, CancellationToken cancellation);

    Task<Outcome<Guild>> Guild(Snowflake guild, CancellationToken cancellation);

    Task<Outcome<IReadOnlyList<Role>>> Roles(Snowflake guild, CancellationToken cancellation);

    Task<Outcome<GuildMember>> Member(Snowflake guild, Snowflake person, CancellationToken cancellation);

    /// <summary>Members whose name begins with what was typed, a few.</summary>
    Task<Outcome<IReadOnlyList<GuildMember>>> Search(Snowflake guild, string typed, CancellationToken cancellation);

    /// <summary>The bot itself.</summary>
    Task<Outcome<BotUser>> Me(CancellationToken cancellation);

    /// <summary>The channel to a person.</summary>
    Task<Outcome<Channel>> Direct(Snowflake person, CancellationToken cancellation);
}
