using System.Net.Http.Headers;
using System.Text;

namespace Bot.Slack.Api;

/// <summary>With what a call is made: a bot's token, the app's, or the app's own id and secret. It is shown to Slack and to nobody else.</summary>
internal readonly record struct Credential
{
    private Credential(string scheme, string secret) => (Scheme, Secret) = (scheme, secret);

    private string Scheme { get; }
    private string Secret { get; }

    /// <param name="token">Of a bot (<c>xoxb-</c>) or of the app (<c>xapp-</c>).</param>
    public static Credential Bearer(string token) => new("Bearer", token);

    /// <summary>For what the app asks as itself (<see href="https://docs.slack.dev/authentication/installing-with-oauth"/>).</summary>
    public static Credential Client(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));

    public AuthenticationHeaderValue Header => new(Scheme, Secret);

    public override string ToString() => $"{Scheme} …";
}
