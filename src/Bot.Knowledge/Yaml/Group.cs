namespace Bot.Knowledge.Yaml;

/// <summary>Builds a group of keys to be written. What is empty is left out.</summary>
internal sealed class Group
{
    private readonly List<Entry> entries = [];

    public Mapping Mapping => new(default, [.. entries]);

    public Group Text(string key, string? text) => Add(key, string.IsNullOrWhiteSpace(text) ? null : Scalar(text));

    /// <summary>In brackets on one line: what is short, such as ids.</summary>
    public Group Row(string key, IReadOnlyList<string> texts) => Add(key, texts.Count == 0 ? null : Brackets(texts));

    /// <summary>A text; in brackets when there are several.</summary>
    public Group OneOrRow(string key, IReadOnlyList<string> texts) => texts is [var only] ? Text(key, only) : Row(key, texts);

    /// <summary>One a line: what people write, and what gets longer.</summary>
    public Group Column(string key, IReadOnlyList<string> texts) =>
        Add(key, texts.Count == 0 ? null : new Sequence(default, [.. texts.Select(Scalar)]));

    public Group Inner(string key, Group? group, bool inBrackets = false) =>
        Add(key, group is null or { entries.Count: 0 } ? null : group.Mapping with { InBrackets = inBrackets });

    public Group Each(string key, IEnumerable<Group> groups)
    {
        var items = groups.Select(group => group.Mapping).ToList();
        return Add(key, items.Count == 0 ? null : new Sequence(default, items));
    }

    private Group Add(string key, Node? value)
    {
        if (value is not null)
        {
            entries.Add(new Entry(Scalar(key), value));
        }

        return this;
    }

    private static Scalar Scalar(string text) => new(default, text);

    private static Sequence Brackets(IEnumerable<string> texts) => new(default, [.. texts.Select(Scalar)]) { InBrackets = true };
}
