using System.Globalization;
using System.Security.Cryptography;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>The answer to an interaction, whatever happens while it is made.</summary>
internal sealed class InteractionAnswers(InteractionHandler handler, AnswerFaults faults)
{
    /// <summary>Null for an interaction of a kind that is not answered here.</summary>
    public Handled? Answer(Interaction interaction)
    {
        try
        {
            return handler.Answer(interaction);
        }
        catch (Exception fault)
        {
            var reference = faults.Note(fault, string.Create(CultureInfo.InvariantCulture, $"an interaction of type {interaction.Type}"));
            return InteractionHandler.Failed(interaction, reference);
        }
    }
}

/// <summary>Faults while answering: told with a reference that stands in the log too.</summary>
internal sealed partial class AnswerFaults(ILogger<AnswerFaults> logger)
{
    public static string Words(string reference) =>
        $"Something went wrong on our side. If you report it, please give this reference: {reference}.";

    /// <param name="where">What was being answered.</param>
    /// <returns>The reference.</returns>
    public string Note(Exception fault, string where)
    {
        var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

        // The message of a fault may quote what a person typed, so it is left out.
        Log.Fault(logger, reference, where, fault.GetType().FullName, fault.StackTrace);
        return reference;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Fault {Reference} in {Where}: {Fault}\n{Stack}")]
        public static partial void Fault(ILogger logger, string reference, string where, string? fault, string? stack);
    }
}
