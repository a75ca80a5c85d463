namespace Bot.Core.Conversation.Settings;

/// <summary>A menu of which one is chosen.</summary>
/// <param name="Id">What comes back with the choice.</param>
/// <param name="Options">At least one, in order.</param>
public sealed record Menu(string Id, string Placeholder, IReadOnlyList<MenuOption> Options);

/// <summary>What can be chosen in a menu.</summary>
/// <param name="IsNow">Whether it is chosen now.</param>
public sealed record MenuOption(string Label, string Value, bool IsNow);
