namespace Bot.Core.Conversation;

/// <summary>Writes down a fault that came up while something was done, without its message, which may quote what a person typed.</summary>
/// <param name="where">What was being done.</param>
/// <returns>A short reference that stands in the log too; see <see cref="Wording.FaultWords"/>.</returns>
public delegate string NoteFault(Exception fault, string where);
