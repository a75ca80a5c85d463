namespace Bot.Slack.Events;

/// <summary>What is said to Slack at once, and what is done after that.</summary>
/// <param name="Answer">JSON: the body of the response, or the payload of the acknowledgement on a socket. Null: nothing but that it came.</param>
/// <param name="Then">Begun when Slack has the first, or where nobody knows whether it has.</param>
internal sealed record Handled(byte[]? Answer = null, Func<CancellationToken, Task>? Then = null);
