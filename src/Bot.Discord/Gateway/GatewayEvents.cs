using Bot.Core.Conversation;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Where events go. Taking one in is quick, and waits for nothing; answering happens beside it. Mentions wait in a queue of their own: a reply may take its time in a
/// channel that is limited, and an interaction has three seconds.
/// </summary>
internal sealed partial class GatewayEvents(
    GatewayInteractions interactions,
    MentionAnswers mentions,
    GuildRoll roll,
    NoteFault note,
    ILogger<GatewayEvents> logger
)
{
    private readonly WaitingAnswers interacted = new(1_000, fault => note(fault, "an answer over the Gateway"));
    private readonly WaitingAnswers mentioned = new(200, fault => note(fault, "an answer over the Gateway"));
    private int dropped;
    private Snowflake? bot;

    public void Take(Shard shard, Act.Deliver delivered)
    {
        switch (delivered.Name)
        {
            case Events.Ready when Events.Read(delivered.Data, GatewayJson.Default.ReadyEvent) is { } ready:
                bot = ready.User.Id;
                roll.Begin(shard, ready.Guilds);
                break;
            case Events.GuildHere when Events.Read(delivered.Data, GatewayJson.Default.GuildEvent) is { } guild:
                roll.Come(guild);
                break;
            case Events.GuildGone when Events.Read(delivered.Data, GatewayJson.Default.GuildEvent) is { } guild:
                roll.Go(guild);
                break;
            case Events.Interaction
                when Events.Read(delivered.Data, DiscordJson.Default.Interaction) is { } interaction && interactions.IsNew(interaction):
                Put(interacted, "an interaction", token => interactions.Answer(interaction, token));
                break;
            case Events.Message
                when bot is { } self
                    && Events.Read(delivered.Data, GatewayJson.Default.MessageEvent) is { } message
                    && mentions.IsForUs(message, self):
                Put(mentioned, "a message to the bot", token => mentions.Answer(message, token));
                break;
        }
    }

    /// <summary>Answers what was taken in, until <see cref="Close"/> was called and nothing is left.</summary>
    public Task Run(CancellationToken cancellation) =>
        Task.WhenAll(interacted.Run(cancellation), mentioned.Run(cancellation), roll.Tell(cancellation));

    /// <summary>Nothing more will come.</summary>
    public void Close()
    {
        interacted.Close();
        mentioned.Close();
        roll.Close();
    }

    private void Put(WaitingAnswers queue, string what, Func<CancellationToken, Task> answer)
    {
        if (!queue.Put(answer))
        {
            Log.Dropped(logger, what, Interlocked.Increment(ref dropped));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "More comes over the Gateway than can be answered: {What} was dropped, the {Count}. since the start. See in the log whether Discord limits the bot."
        )]
        public static partial void Dropped(ILogger logger, string what, int count);
    }
}
