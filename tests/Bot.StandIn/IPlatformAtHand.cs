namespace Bot.StandIn;

/// <summary>A platform at this terminal: what is typed is done there, and what jo sees of the bot is told.</summary>
internal interface IPlatformAtHand : IAsyncDisposable
{
    /// <summary>How the service is led to it, and what can be typed.</summary>
    string Greeting { get; }

    /// <returns>Why it was not done; null when it was.</returns>
    string? Type(string line);

    /// <summary>All there is to see, each by a name of its own.</summary>
    IEnumerable<(string What, string Text)> Seen();

    /// <summary>Something is asked, and neither answered nor too late.</summary>
    bool IsWaiting { get; }

    /// <summary>What the bot should not have done.</summary>
    IReadOnlyList<string> Violations { get; }

    /// <summary>How much came of it, in a sentence.</summary>
    string Summary { get; }
}
