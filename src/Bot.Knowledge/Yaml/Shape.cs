using System.Collections;
using Bot.Core.Facts;

namespace Bot.Knowledge.Yaml;

/// <summary>The keys that a group may have and what each does to the draft: a format, declared once as data.</summary>
/// <param name="what">What the group describes, for messages.</param>
/// <param name="begin">The draft before any key was read.</param>
/// <param name="example">One written out, for who wrote no group at all.</param>
internal sealed class Shape<T>(string what, Func<Place, T> begin, string? example = null) : IEnumerable
{
    private readonly Dictionary<string, Func<T, Node, Reading, T>> keys = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => keys.Keys;

    public string? Example => example;

    public void Add(string key, Func<T, Text, T> set) => keys.Add(key, (draft, node, reading) => set(draft, reading.Text(key, node)));

    public void Add(string key, Func<T, IReadOnlyList<Text>, T> set) =>
        keys.Add(key, (draft, node, reading) => set(draft, reading.Texts(key, node)));

    public void Add(string key, Func<T, Node, Reading, T> set) => keys.Add(key, set);

    public T Read(Mapping mapping, Reading reading) => Read(mapping, reading, begin(mapping.At));

    public T Read(Mapping mapping, Reading reading, T draft)
    {
        foreach (var (key, value) in mapping.Entries)
        {
            if (Known(key, mapping, reading) is { } name)
            {
                draft = keys[name](draft, value, reading);
            }
        }

        return draft;
    }

    IEnumerator IEnumerable.GetEnumerator() => keys.GetEnumerator();

    /// <summary>The key; or, after refusing it, the one it was probably meant to be, so that this is not called missing as well.</summary>
    private string? Known(Scalar key, Mapping mapping, Reading reading)
    {
        if (keys.ContainsKey(key.Value))
        {
            return key.Value;
        }

        if (CutNumber.Before(key, mapping) is { } cut)
        {
            reading.Add(cut.At, cut.Sentence);
            return null;
        }

        var near = NearMiss.Of(key.Value, keys.Keys);
        reading.Add(
            key.At,
            $"{what} has no key `{key.Value}`.{(near is null ? $" Its keys are {string.Join(", ", keys.Keys)}." : $" Did you mean `{near}`?")}"
        );
        return near is not null && mapping.Entries.All(entry => entry.Key.Value != near) ? near : null;
    }
}
