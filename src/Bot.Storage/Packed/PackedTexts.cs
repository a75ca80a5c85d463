namespace Bot.Storage.Packed;

/// <summary>The texts of a chunk, each written once.</summary>
internal sealed class PackedTexts
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => numbers.Keys;

    /// <summary>Counted from 0, in the order in which they first come.</summary>
    public int Number(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            numbers[text] = number = numbers.Count;
        }

        return number;
    }
}
