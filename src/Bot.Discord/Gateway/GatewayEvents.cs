using System.Threading.Channels;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>Where events go. Taking one in is quick; answering happens beside it, several at once, so that the connection is never kept waiting.</summary>
internal sealed class GatewayEvents(GatewayInteractions interactions, MentionAnswers mentions, GuildRoll roll, AnswerFaults faults)
{
    /// <summary>When so many wait to be answered, no more are read for the moment.</summary>
    private const int MostWaiting = 1_000;
    private const int AtOnce = 16;

    private readonly Channel<Func<CancellationToken, Task>> waiting = System.Threading.Channels.Channel.CreateBounded<
        Func<CancellationToken, Task>
    >(MostWaiting);
    private Snowflake? bot;

    public ValueTask Take(Shard shard, Act.Deliver delivered, CancellationToken cancellation)
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
                return waiting.Writer.WriteAsync(token => interactions.Answer(interaction, token), cancellation);
            case Events.Message
                when bot is { } self
                    && Events.Read(delivered.Data, GatewayJson.Default.MessageEvent) is { } message
                    && mentions.IsForUs(message, self):
                return waiting.Writer.WriteAsync(token => mentions.Answer(message, token), cancellation);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Answers what was taken in, until <see cref="Close"/> was called and nothing is left.</summary>
    public Task Run(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Answer(cancellation)).Append(roll.Tell(cancellation)));

    /// <summary>Nothing more will come.</summary>
    public void Close()
    {
        waiting.Writer.TryComplete();
        roll.Close();
    }

    private async Task Answer(CancellationToken cancellation)
    {
        while (await waiting.Reader.WaitToReadAsync(cancellation))
        {
            while (waiting.Reader.TryRead(out var answer))
            {
                try
                {
                    await answer(cancellation);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    faults.Note(fault, "an answer over the Gateway");
                }
            }
        }
    }
}
