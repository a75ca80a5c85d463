namespace Bot.Core.Conversation;

/// <summary>Writes down a fault that came up while something was answered.</summary>
/// <param name="where">What was being answered.</param>
/// <returns>A short reference that stands in the log too; see <see cref="Wording.FaultWords"/>.</returns>
public delegate string NoteFault(Exception fault, string where);
