using System.Security.Cryptography;

namespace Bot.Host.Faults;

/// <summary>Writes down what nobody expected, under a short reference that whoever it met is told.</summary>
internal sealed partial class FaultLog(ILogger<FaultLog> logger)
{
    /// <param name="where">What was being done.</param>
    /// <returns>The reference.</returns>
    public string Note(Exception fault, string where)
    {
        var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

        // The message of a fault may quote what a person typed, so it is left out; and no line of ours takes a whole fault, which would bring it.
        Log.Fault(logger, reference, where, Types(fault), fault.StackTrace);
        return reference;
    }

    /// <summary>Its type, and those of what led to it: without a message they tell most.</summary>
    private static string Types(Exception fault) =>
        fault.InnerException is { } cause ? $"{fault.GetType()}, caused by {Types(cause)}" : $"{fault.GetType()}";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Fault {Reference} in {Where}: {Fault}\n{Stack}")]
        public static partial void Fault(ILogger logger, string reference, string where, string fault, string? stack);
    }
}
