namespace Bot.Testing.Slack;

/// <summary>Under which addresses the stand-in is reached. In the process of a test these are Slack's own.</summary>
/// <param name="Root">With a slash at its end, as are the others; the API is at <c>api/</c> below it.</param>
/// <param name="Hooks">Where answers to commands and buttons go.</param>
public sealed record SlackAddresses(Uri Root, Uri Hooks, Uri Files, Uri Sockets)
{
    public static SlackAddresses Slack { get; } =
        new(
            new("https://slack.com/"),
            new("https://hooks.slack.com/"),
            new("https://files.slack.com/"),
            new("wss://wss-primary.slack.com/")
        );

    public Uri Api => new(Root, "api/");

    public static SlackAddresses On(Uri root) => new(root, root, root, new UriBuilder(root) { Scheme = "ws" }.Uri);
}
