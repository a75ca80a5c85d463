using System.Text;
using Bot.Core.Facts;

namespace Bot.Storage.Packed;

/// <summary>Reads what <see cref="PackedWriter"/> wrote, in the same order.</summary>
internal sealed class PackedReader(ReadOnlyMemory<byte> bytes)
{
    private const int HashLength = 32;

    private int at;

    /// <summary>The chunk's list of texts, once that was read.</summary>
    public IReadOnlyList<string> Texts { get; set; } = [];

    public long Number()
    {
        var span = bytes.Span;
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = span[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }
    }

    public int Count() => checked((int)Number());

    public bool Flag() => Number() != 0;

    public string? TextOrNone() => Count() is > 0 and var number ? Texts[number - 1] : null;

    public string Text() => Texts[Count() - 1];

    public T Word<T>()
        where T : struct, Enum => Vocabulary.Read<T>(Text()) ?? throw new InvalidDataException($"There is no such {typeof(T).Name}.");

    public DateOnly? DayOrNone() => Count() is > 0 and var number ? DateOnly.FromDayNumber(number - 1) : null;

    public DateOnly Day() => DateOnly.FromDayNumber(Count() - 1);

    public PartialDate? Date()
    {
        var date = Count() - 1;
        if (date < 0)
        {
            return null;
        }

        var (month, day) = ((date >> 5) & 0xF, date & 0x1F);
        return new PartialDate(date >> 9, month == 0 ? null : month, day == 0 ? null : day);
    }

    public T[] List<T>(Func<PackedReader, T> read)
    {
        var count = Count();
        if (count == 0)
        {
            return [];
        }

        var values = new T[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(this);
        }

        return values;
    }

    public string Hash() => Flag() ? Convert.ToHexStringLower(Raw(HashLength)) : Text();

    public string Whole() => Encoding.UTF8.GetString(Raw(Count()));

    private ReadOnlySpan<byte> Raw(int length)
    {
        at += length;
        return bytes.Span.Slice(at - length, length);
    }
}
