using System.Text;
using Bot.Discord.Interactions;

namespace Bot.Discord.Tests;

/// <summary>Made with the seed 00 01 .. 1f by another implementation of RFC 8032.</summary>
public sealed class RequestSignatureTests
{
    private const string Timestamp = "1767225600";
    private const string Ping =
        """{"id":"1300000000000000001","application_id":"1200000000000000001","type":1,"token":"tok-ping","version":1}""";
    private const string Note = """{"type":1,"note":"café"}""";
    private const string PingSigned =
        "dd49fbb55016b31f2a3993eef657fa7c033d4ee9b950d6f98a8455eb406b06c51fd144a5aae5653100b332f09c46642278fba12b4115164bbe0fd6814fc31c0b";
    private const string NoteSigned =
        "70605d764a23156c2ec4832b4577cd1357f253230a577e72d683b2f4e18a5e3c1fed9fd8ef64c29c4f88c9c2b8fdfdbe390abac7612b8f4c88b279a0ad341d0f";

    private static readonly RequestSignature Key = RequestSignature.Of("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")!;

    [Theory]
    [InlineData(PingSigned, Ping)]
    [InlineData(NoteSigned, Note)]
    public void What_was_signed_holds(string signature, string body)
    {
        Key.Holds(signature, Timestamp, Bytes(body)).ShouldBeTrue();
        Key.Holds(signature.ToUpperInvariant(), Timestamp, Bytes(body)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(NoteSigned, Timestamp, Ping)]
    [InlineData(PingSigned, Timestamp, Note)]
    [InlineData(PingSigned, Timestamp, Ping + "\n")]
    [InlineData(PingSigned, "1767225601", Ping)]
    [InlineData(PingSigned, "", Ping)]
    [InlineData(PingSigned, null, Ping)]
    [InlineData(PingSigned, " 1767225600", Ping)]
    [InlineData(PingSigned, "1767225600\u00e9", Ping)]
    [InlineData(null, Timestamp, Ping)]
    [InlineData("", Timestamp, Ping)]
    [InlineData(
        "zz49fbb55016b31f2a3993eef657fa7c033d4ee9b950d6f98a8455eb406b06c51fd144a5aae5653100b332f09c46642278fba12b4115164bbe0fd6814fc31c0b",
        Timestamp,
        Ping
    )]
    [InlineData(PingSigned + "00", Timestamp, Ping)]
    public void Anything_else_does_not(string? signature, string? timestamp, string body) =>
        Key.Holds(signature, timestamp, Bytes(body)).ShouldBeFalse();

    [Fact]
    public void Each_bit_counts()
    {
        var (body, signature) = (Bytes(Ping), Convert.FromHexString(PingSigned));
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            Key.Holds(PingSigned, Timestamp, Flipped(body, bit)).ShouldBeFalse($"bit {bit} of the body");
        }

        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            Key.Holds(Convert.ToHexStringLower(Flipped(signature, bit)), Timestamp, body).ShouldBeFalse($"bit {bit} of the signature");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("03a107")]
    [InlineData("zza107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")]
    public void What_is_no_public_key_is_none(string text) => RequestSignature.Of(text).ShouldBeNull();

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
