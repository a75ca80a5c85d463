using System.Text;
using Bot.Core.Facts;

namespace Bot.Storage.Packed;

/// <summary>
/// Values one after the other, without names. A number takes a byte for each seven bits, a text is the number it has in the chunk's own list, and 0 stands
/// for nothing. <see cref="PackedReader"/> reads it in the same order.
/// </summary>
internal sealed class PackedWriter(PackedTexts texts)
{
    private readonly MemoryStream bytes = new();

    public ReadOnlySpan<byte> Written => bytes.GetBuffer().AsSpan(0, (int)bytes.Length);

    public void Number(long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes.WriteByte((byte)(rest | 0x80));
        }

        bytes.WriteByte((byte)rest);
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Text(string? value) => Number(value is null ? 0 : texts.Number(value) + 1);

    public void Word<T>(T value)
        where T : struct, Enum => Text(Vocabulary.Word(value));

    public void Day(DateOnly? value) => Number(value is { } day ? day.DayNumber + 1 : 0);

    public void Date(PartialDate? value) =>
        Number(value is { } date ? (((((long)date.Year << 4) | (uint)(date.Month ?? 0)) << 5) | (uint)(date.Day ?? 0)) + 1 : 0);

    public void List<T>(IReadOnlyList<T> values, Action<T> write)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    /// <summary>A hash in lower-case hex takes half the room; anything else is a text.</summary>
    public void Hash(string value)
    {
        var hash = value.Length == 64 && value.All(char.IsAsciiHexDigitLower);
        Flag(hash);
        if (hash)
        {
            Raw(Convert.FromHexString(value));
        }
        else
        {
            Text(value);
        }
    }

    public void Raw(ReadOnlySpan<byte> value) => bytes.Write(value);

    /// <summary>A text whole, as it stands in the chunk's list.</summary>
    public void Whole(string value)
    {
        var text = Encoding.UTF8.GetBytes(value);
        Number(text.Length);
        Raw(text);
    }
}
