using Bot.Discord.Rendering;

namespace Bot.Discord.Interactions;

/// <summary>
/// What a button carries: a version, and the command it stands for. Nothing is kept of it, so it works after a restart and on any replica; what it shows is
/// composed anew. Its commands only read, so that one who makes up a button gets no more than by typing.
/// </summary>
internal static class ButtonId
{
    private const string Say = "1:say:";

    /// <summary>Null for a command that has no room.</summary>
    public static string? Of(string command) => Say.Length + command.Length <= Limits.CustomId ? Say + command : null;

    /// <summary>The command of a button; null for one of another version, or of nobody's.</summary>
    public static string? Command(string? id) => id is not null && id.StartsWith(Say, StringComparison.Ordinal) ? id[Say.Length..] : null;
}
