using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Api;

/// <summary>
/// By what Discord knows that a message was sent before, so that it is not made twice; kept there for some minutes
/// (<see href="https://discord.com/developers/docs/resources/message#create-message"/>). 24 characters, of 25 that are allowed.
/// </summary>
[JsonConverter(typeof(NonceConverter))]
internal readonly record struct Nonce
{
    private Nonce(string text) => Text = text;

    public string Text { get; }

    /// <param name="name">What the message is to whoever sends it, the same in every try, and after a restart.</param>
    public static Nonce Of(string name) => new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 18)));

    public override string ToString() => Text;
}

internal sealed class NonceConverter : JsonConverter<Nonce>
{
    public override Nonce Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A nonce is only sent.");

    public override void Write(Utf8JsonWriter writer, Nonce value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
