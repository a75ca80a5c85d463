using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation.Moderating;

/// <summary>What a command was given beside its fact. A button holds little: where this has no room on it, that is said.</summary>
/// <param name="Value">Null where nothing was given.</param>
internal sealed record Beside(string Option, string? Value)
{
    /// <param name="line">The command with its fact, as the button says it.</param>
    public string AddedTo(string line) => Value is { } value && value.Length <= Most(line) ? $"{line} {Option}:{value}" : line;

    /// <summary>Nothing where it goes along.</summary>
    /// <inheritdoc cref="AddedTo"/>
    public IReadOnlyList<Part> LeftOut(string line) => Value?.Length > Most(line) ? [new Hint(ModeratorWords.NoRoom(Most(line)))] : [];

    private int Most(string line) => ButtonIds.Room($"{line} {Option}:");
}
