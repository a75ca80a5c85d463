using System.Text.Json;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>What every answer of the Web API says of itself (<see href="https://docs.slack.dev/apis/web-api#responses"/>). The status tells nothing: <c>ok</c> does.</summary>
internal sealed record Envelope
{
    private const int LongestText = 500;

    public bool? Ok { get; init; }
    public string? Error { get; init; }

    /// <summary>The scope that lacks.</summary>
    public string? Needed { get; init; }
    public ResponseMetadata? ResponseMetadata { get; init; }

    /// <summary>Null for what is no answer of Slack's.</summary>
    public static Envelope? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, AnswerJson.Default.Envelope) is { Ok: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Failure.Refused Refusal(int status, string method)
    {
        var code = Error ?? "";
        return new Failure.Refused(status, code, Sentences.Of(method, code, Needed, Told))
        {
            Unread = ErrorTable.Class(code) is ErrorClass.TokenDead or ErrorClass.Quota,
        };
    }

    /// <summary>As in <c>[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]</c>.</summary>
    private string Told
    {
        get
        {
            var told = string.Join("; ", ResponseMetadata?.Messages ?? []);
            return told.Length <= LongestText ? told : $"{told[..LongestText]}…";
        }
    }
}

internal sealed record ResponseMetadata
{
    public IReadOnlyList<string>? Messages { get; init; }

    /// <summary>Where the next page begins; empty or null at the end.</summary>
    public string? NextCursor { get; init; }
}
