namespace Bot.Slack;

/// <summary>Where Slack sends what people do, where it sends by HTTP.</summary>
public static class SlackPaths
{
    public const string Commands = "/slack/commands";

    /// <summary>What is pressed, chosen or submitted; and the options of a menu that asks for them.</summary>
    public const string Interactions = "/slack/interactions";

    public const string Events = "/slack/events";
}
