using System.Text;

namespace Bot.Storage.Packed;

/// <summary>Values of one kind, each written once: what comes again is its number. Two are the same where their bytes are.</summary>
internal sealed class PackedRows(PackedTexts texts)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly PackedWriter rows = new(texts);

    public int Add(Action<PackedWriter> write)
    {
        var row = new PackedWriter(texts);
        write(row);
        var key = Encoding.Latin1.GetString(row.Written);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = numbers.Count;
            rows.Raw(row.Written);
        }

        return number;
    }

    public void WriteTo(PackedWriter chunk)
    {
        chunk.Number(numbers.Count);
        chunk.Raw(rows.Written);
    }
}
