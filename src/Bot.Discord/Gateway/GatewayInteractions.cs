using Bot.Discord.Api;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Interactions that come by the Gateway: the same handler as over HTTP, answered by REST, each once.</summary>
internal sealed partial class GatewayInteractions(
    InteractionAnswers answers,
    Afterwards afterwards,
    TimeProvider time,
    ILogger<GatewayInteractions> logger
)
{
    /// <summary>An interaction can be answered for so long (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding"/>).</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly RecentIds<Snowflake> known = new(Life, time);

    /// <summary>Whether it is new; asked before anything is done.</summary>
    public bool IsNew(Interaction interaction) => known.Add(interaction.Id);

    public async Task Answer(Interaction interaction, CancellationToken cancellation)
    {
        if (await answers.Answer(interaction) is not { } answer)
        {
            return;
        }

        switch (await afterwards.Acknowledge(interaction, answer, cancellation))
        {
            case Failure.Refused { Code: ErrorCode.UnknownInteraction }:
                Log.TooLate(logger, interaction.Id);
                break;
            case { } failure:
                Log.NotAnswered(logger, interaction.Id, failure.Sentence);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Interaction {Id} came too late to be answered: Discord waits for three seconds.")]
        public static partial void TooLate(ILogger logger, Snowflake id);

        [LoggerMessage(LogLevel.Warning, "Interaction {Id} was not answered. {Why}")]
        public static partial void NotAnswered(ILogger logger, Snowflake id, string why);
    }
}
