namespace Bot.Testing.Slack;

/// <summary>Somebody agreed that the app be installed.</summary>
public sealed record SlackConsent(
    string Code,
    string Team,
    string User,
    IReadOnlyList<string> Scopes,
    string? RedirectUri,
    DateTimeOffset At
)
{
    internal bool IsUsed { get; set; }
}

/// <summary>The codes that installations are made by: for ten minutes, and once.</summary>
public sealed class SlackConsents
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly List<SlackConsent> all = [];

    public void Add(SlackConsent consent) => all.Add(consent);

    /// <returns>Why it is refused; null where it is not.</returns>
    internal string? Redeem(string code, string? redirectUri, DateTimeOffset now, out SlackConsent consent)
    {
        var found = all.Find(each => each.Code == code);
        consent = found!;
        if (found is null || found.IsUsed || now - found.At > Life)
        {
            return "invalid_code";
        }

        if (found.RedirectUri != redirectUri)
        {
            return "bad_redirect_uri";
        }

        found.IsUsed = true;
        return null;
    }
}
