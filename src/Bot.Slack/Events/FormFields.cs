using System.Buffers;
using System.Text;
using Bot.Slack.Wire;

namespace Bot.Slack.Events;

/// <summary>A form's fields (<c>application/x-www-form-urlencoded</c>), as bytes: commands come in several, all else in one of JSON.</summary>
internal static class FormFields
{
    /// <summary>A probe of the certificate has a field or two.</summary>
    private const int LargestProbe = 1024;

    /// <summary>
    /// Slack looks whether the certificate is good, and signs nothing then (<see href="https://docs.slack.dev/interactivity/implementing-slash-commands"/>). It is answered, and no
    /// other field of it is read.
    /// </summary>
    public static bool IsProbe(ReadOnlySpan<byte> body) =>
        body.Length <= LargestProbe && body.IndexOf("ssl_check=1"u8) >= 0 && Field(body, "ssl_check"u8) is "1";

    /// <summary>Null for what is no command.</summary>
    public static SlashCommand? ReadCommand(ReadOnlySpan<byte> body) =>
        Field(body, "command"u8) is { } command
        && Field(body, "team_id"u8) is { } team
        && Field(body, "channel_id"u8) is { } channel
        && Field(body, "user_id"u8) is { } user
            ? new SlashCommand
            {
                Command = command,
                TeamId = team,
                ChannelId = channel,
                UserId = user,
                Text = Field(body, "text"u8) ?? "",
                EnterpriseId = Field(body, "enterprise_id"u8),
                IsEnterpriseInstall = Field(body, "is_enterprise_install"u8),
                ApiAppId = Field(body, "api_app_id"u8),
                ResponseUrl = Field(body, "response_url"u8) is { } address ? new ResponseUrl(address) : null,
                TriggerId = Field(body, "trigger_id"u8),
            }
            : null;

    /// <summary>Null for what is no interaction.</summary>
    public static Interaction? ReadInteraction(ReadOnlySpan<byte> body)
    {
        foreach (var part in body.Split((byte)'&'))
        {
            if (body[part] is var field && field.StartsWith("payload="u8))
            {
                var json = new byte[field.Length];
                return SlackJson.ReadInteraction(json.AsSpan(0, Decode(field["payload=".Length..], json)));
            }
        }

        return null;
    }

    /// <summary>The first of that name; null for none.</summary>
    private static string? Field(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        foreach (var part in body.Split((byte)'&'))
        {
            var field = body[part];
            if (field.Length > name.Length && field[name.Length] == '=' && field.StartsWith(name))
            {
                return Text(field[(name.Length + 1)..]);
            }
        }

        return null;
    }

    private static string Text(ReadOnlySpan<byte> encoded)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            return Encoding.UTF8.GetString(bytes.AsSpan(0, Decode(encoded, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>A percent sign that begins no byte stands for itself.</summary>
    /// <returns>How many bytes it is.</returns>
    private static int Decode(ReadOnlySpan<byte> encoded, Span<byte> decoded)
    {
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            if (
                encoded[at] == '%'
                && at + 2 < encoded.Length
                && Hex(encoded[at + 1]) is >= 0 and var high
                && Hex(encoded[at + 2]) is >= 0 and var low
            )
            {
                decoded[length++] = (byte)((high << 4) | low);
                at += 2;
            }
            else
            {
                decoded[length++] = encoded[at] == '+' ? (byte)' ' : encoded[at];
            }
        }

        return length;
    }

    private static int Hex(byte digit) =>
        digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };
}
