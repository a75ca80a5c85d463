namespace Bot.Slack.Api;

/// <summary>
/// Whether an address that came from outside is Slack's, before anything is sent there. Where the settings name another place for Slack itself, for trying out, that
/// place's addresses are taken too.
/// </summary>
internal static class SlackHosts
{
    private static readonly string[] Real = ["slack.com", "slack-gov.com"];

    /// <summary>Where answers go (<see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/>); null for any other place.</summary>
    public static Uri? Hooks(string address, Uri api) => Taken(address, api, host => Real.Any(real => host == $"hooks.{real}"));

    /// <summary>Where files go; null for any other place.</summary>
    public static Uri? Files(string address, Uri api) =>
        Taken(address, api, host => Real.Any(real => host.EndsWith($".{real}", StringComparison.Ordinal)));

    private static Uri? Taken(string address, Uri api, Func<string, bool> isSlacks) =>
        Uri.TryCreate(address, UriKind.Absolute, out var there)
        && there.UserInfo.Length == 0
        && (
            (there.Scheme == Uri.UriSchemeHttps && there.IsDefaultPort && isSlacks(there.IdnHost))
            || (!IsReal(api) && there.Scheme == api.Scheme && there.Authority == api.Authority)
        )
            ? there
            : null;

    private static bool IsReal(Uri api) => Real.Contains(api.IdnHost);
}
