using System.Globalization;
using Bot.Core.Conversation;
using Bot.Core.Tracing;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <summary>The answer to an interaction, whatever happens while it is made.</summary>
internal sealed class InteractionAnswers(InteractionHandler handler, NoteFault note)
{
    /// <summary>Null for an interaction of a kind that is not answered here.</summary>
    public async ValueTask<Handled?> Answer(Interaction interaction)
    {
        using var span = Spans.Begin("discord interaction");
        span?.SetTag("dateline.interaction", interaction.Type);
        try
        {
            return await handler.Answer(interaction);
        }
        catch (Exception fault)
        {
            var reference = note(fault, string.Create(CultureInfo.InvariantCulture, $"an interaction of type {interaction.Type}"));
            return InteractionHandler.Failed(interaction, reference);
        }
    }
}
