using Bot.Core.Facts;

namespace Bot.Knowledge.Yaml;

/// <summary>Tells a number that its own comma cut in two: <c>{value: 110,000}</c> reads as the value 110 and a key 000.</summary>
internal static class CutNumber
{
    /// <summary>What to say of an unknown key, where it is the rest of the number before it; null where it is not.</summary>
    public static Problem? Before(Scalar key, Mapping mapping)
    {
        var at = mapping.Entries.TakeWhile(entry => entry.Key != key).Count();
        var first = at;
        while (first > 0 && IsRest(mapping.Entries[first].Key))
        {
            first--;
        }

        if (first == at || mapping.Entries[first].Value is not Scalar number || !number.Value.All(char.IsAsciiDigit))
        {
            return null;
        }

        var rest = mapping.Entries.Skip(first + 1).Select(entry => entry.Key).TakeWhile(IsRest).Select(part => part.Value);
        return new Problem(number.At, $"A comma cuts this number short: write {number.Value}{string.Concat(rest)} without a comma.");
    }

    private static bool IsRest(Scalar key) => key.Value is { Length: 3 } digits && digits.All(char.IsAsciiDigit);
}
