namespace Bot.Core.Conversation.Buttons;

/// <summary>A button beside those that a reply brings itself.</summary>
/// <param name="Id">What comes back when it is pressed: see <see cref="ButtonIds"/>.</param>
public sealed record ReplyButton(string Label, string Id);
