namespace Bot.Slack.SocketMode;

/// <summary>How it stands with Socket Mode, for whoever asks whether the service is well.</summary>
public sealed class SocketModeStatus
{
    private volatile bool live;
    private volatile bool elsewhere;
    private volatile string? off;
    private volatile string? givenUp;

    /// <summary>What is wrong and what to change; null while connections are made again.</summary>
    public string? GivenUp => givenUp;

    /// <summary>Why nothing comes until somebody changes something, which is looked for.</summary>
    public string? SwitchedOff => off;

    /// <summary>Why nothing comes, for either reason.</summary>
    public string? Wrong => GivenUp ?? SwitchedOff;

    /// <summary>Whether something comes.</summary>
    public bool IsConnected => GivenUp is null && live;

    /// <summary>Whether another replica has the connections, and this one waits for it to leave them.</summary>
    public bool StandsBy => elsewhere;

    internal void Set(bool live)
    {
        (this.live, elsewhere) = (live, false);
        off = live ? null : off;
    }

    internal void StandBy() => (live, elsewhere, off) = (false, true, null);

    internal void SwitchOff(string sentence) => off = sentence;

    internal void GiveUp(string sentence) => givenUp = sentence;
}
