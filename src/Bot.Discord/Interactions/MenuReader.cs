using Bot.Core.Conversation;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <summary>A command from the menu of a message: the message's text goes to the command that the catalogue names.</summary>
internal static class MenuReader
{
    /// <summary>The entry that was chosen; null for one that is offered no more.</summary>
    public static MenuEntry? Entry(InteractionData data) => Catalogue.Menu.FirstOrDefault(entry => entry.Name == data.Name);

    public static Parsed Read(InteractionData data) =>
        Entry(data) is { } chosen ? Grammar.Read(chosen, MessageText.Plain(Target(data) ?? "")) : Grammar.Parse($"/{data.Name}");

    private static string? Target(InteractionData data) =>
        data.TargetId is { } id ? data.Resolved?.Messages?.GetValueOrDefault(id)?.Content : null;
}
