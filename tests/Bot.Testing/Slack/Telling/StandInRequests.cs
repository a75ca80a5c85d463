using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Testing.Slack.Telling;

/// <summary>Tells an app by signed requests to its public address.</summary>
public sealed class StandInRequests : ISlackWay
{
    private readonly StandInSlack slack;

    internal StandInRequests(StandInSlack slack) => this.slack = slack;

    /// <summary>Where the app is; null: it is not reached.</summary>
    public HttpClient? To { get; set; }

    /// <summary>Tells the same once more.</summary>
    /// <returns>How it is taken then; nothing comes of what was said with it.</returns>
    public Task<SlackAck> Repeat(SlackTold told) =>
        ((ISlackWay)this).Tell(told, new SlackDelivery(slack.Time.GetUtcNow(), 0, ""), CancellationToken.None);

    async Task<SlackAck> ISlackWay.Tell(SlackTold told, SlackDelivery delivery, CancellationToken patience)
    {
        var (path, body, type) = Written(told);
        var again =
            delivery.Attempt == 0
                ? Array.Empty<(string, string)>()
                :
                [
                    ("X-Slack-Retry-Num", delivery.Attempt.ToString(CultureInfo.InvariantCulture)),
                    ("X-Slack-Retry-Reason", delivery.Reason),
                ];
        try
        {
            return
                await Send(path, body, type, isSigned: true, patience, again) is var (status, answer, answerType, isFinal)
                && status is HttpStatusCode.OK
                ? Taken(answer, answerType)
                : new SlackAck.Failed("http_error", $"{(int)status}", isFinal);
        }
        catch (HttpRequestException unreached)
        {
            return new SlackAck.Failed("connection_failed", unreached.Message);
        }
        catch (OperationCanceledException)
        {
            return new SlackAck.Failed("http_timeout");
        }
    }

    /// <summary>What is asked when the address for events is saved.</summary>
    /// <returns>Whether it was answered rightly.</returns>
    public async Task<bool> Verify(CancellationToken patience)
    {
        var challenge = slack.Locked(() => slack.World.NextId("challenge"));
        var asked = new JsonObject
        {
            ["token"] = "x",
            ["challenge"] = challenge,
            ["type"] = "url_verification",
        };
        var (status, text, _, _) = await Send(
            slack.App.EventsPath,
            Encoding.UTF8.GetBytes(asked.ToJsonString()),
            "application/json",
            isSigned: true,
            patience
        );
        return status == HttpStatusCode.OK
            && (text == challenge || text == $"challenge={challenge}" || Parsed(text)?["challenge"]?.ToString() == challenge);
    }

    /// <summary>Whether the certificate is good: unsigned, and with fields that must reach nobody.</summary>
    public async Task<bool> CheckCertificate(CancellationToken patience)
    {
        const string Form = "ssl_check=1&token=x&command=%2Fdateline&text=ask+who&user_id=U0HARBOR3&team_id=T0HARBOR1&channel_id=C0HARBOR2";
        var (status, text, _, _) = await Send(
            slack.App.CommandsPath,
            Encoding.UTF8.GetBytes(Form),
            "application/x-www-form-urlencoded",
            isSigned: false,
            patience
        );
        return status == HttpStatusCode.OK && text.Length == 0;
    }

    /// <summary>As Slack sends it, or as somebody else would.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? Type, bool IsFinal)> Send(
        string path,
        byte[] body,
        string type,
        bool isSigned,
        CancellationToken patience,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        var timestamp = slack.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        (string, string)[] signed = isSigned
            ? [("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", SlackSignature.Of(slack.App.SigningSecret, timestamp, body))]
            : [];
        foreach (var (name, value) in signed.Concat(headers))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var to = To ?? throw new HttpRequestException("nothing is at the other end");
        using var response = await to.SendAsync(request, patience);
        var text = await response.Content.ReadAsStringAsync(patience);
        return (
            response.StatusCode,
            text,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.TryGetValues("X-Slack-No-Retry", out var no) && no.First() == "1"
        );
    }

    private (string Path, byte[] Body, string Type) Written(SlackTold told)
    {
        const string Form = "application/x-www-form-urlencoded";
        var app = slack.App;
        return told.Kind switch
        {
            SlackTold.Event => (app.EventsPath, Encoding.UTF8.GetBytes(told.Payload.ToJsonString()), "application/json"),
            SlackTold.Command => (app.CommandsPath, Fields(told.Payload.Select(each => (each.Key, (string?)each.Value ?? ""))), Form),
            _ => (
                told.Name == "block_suggestion" ? app.OptionsPath : app.InteractionsPath,
                Fields([("payload", told.Payload.ToJsonString())]),
                Form
            ),
        };
    }

    private static byte[] Fields(IEnumerable<(string Name, string Value)> fields) =>
        Encoding.UTF8.GetBytes(
            string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}"))
        );

    private static SlackAck.Taken Taken(string text, string? type) =>
        type == "application/json" && Parsed(text) is { } json ? new SlackAck.Taken(json) : new SlackAck.Taken(null, text);

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
