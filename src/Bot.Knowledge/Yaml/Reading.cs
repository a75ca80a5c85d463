using Bot.Core.Facts;

namespace Bot.Knowledge.Yaml;

/// <summary>
/// Turns nodes into texts and lists, and says where one has the wrong shape. What was refused comes back as <see cref="Text.Refused"/>,
/// so that no rule calls it missing as well.
/// </summary>
internal sealed class Reading(List<Problem> problems)
{
    /// <summary>True once an entry was dropped, so that an id may be missing.</summary>
    public bool Dropped { get; private set; }

    public void Add(Place at, string sentence) => problems.Add(new Problem(at, sentence));

    public Text Text(string key, Node node)
    {
        if (node is Scalar scalar)
        {
            return Whole(scalar);
        }

        Add(node.At, $"`{key}` takes a text, and this is {node.Shape}.");
        return Refused(node);
    }

    public IReadOnlyList<Text> Texts(string key, Node node)
    {
        switch (node)
        {
            case Sequence sequence:
                return [.. sequence.Items.Select(item => Entry(key, item))];
            case Scalar scalar:
                Add(
                    node.At,
                    $"`{key}` takes a list, and this is a text: write {(scalar.Value.Length is > 0 and < 40 ? $"[{scalar.Value}]" : "[…]")}."
                );
                return [Refused(node)];
            default:
                Add(node.At, $"`{key}` takes a list, and this is {node.Shape}.");
                return [Refused(node)];
        }
    }

    public IReadOnlyList<Text> TextOrTexts(string key, Node node) => node is Sequence ? Texts(key, node) : [Text(key, node)];

    /// <summary>A list of groups.</summary>
    /// <param name="name">What takes the list, for messages.</param>
    /// <param name="refused">What stands for an entry of the wrong shape; null: it is dropped.</param>
    public IReadOnlyList<T> Each<T>(string name, Node node, Shape<T> shape, Func<Text, T>? refused = null)
    {
        if (node is not Sequence sequence)
        {
            Add(node.At, $"{Start(name)} takes a list, each entry after a hyphen, and this is {node.Shape}.");
            return Instead(node);
        }

        return [.. sequence.Items.SelectMany(Item)];

        IEnumerable<T> Item(Node item)
        {
            if (item is Mapping mapping)
            {
                return [shape.Read(mapping, this)];
            }

            Add(item.At, $"An entry of {name} is a group of keys, and this is {item.Shape}.");
            return Instead(item);
        }

        IReadOnlyList<T> Instead(Node wrong)
        {
            Dropped |= refused is null;
            return refused is null ? [] : [refused(Refused(wrong))];
        }
    }

    public T One<T>(string key, Node node, Shape<T> shape, Func<Text, T> refused)
    {
        if (node is Mapping mapping)
        {
            return shape.Read(mapping, this);
        }

        var remedy = shape.Example is { } example ? $": write it as {example}" : "";
        Add(node.At, $"`{key}` takes a group of keys ({string.Join(", ", shape.Keys)}), and this is {node.Shape}{remedy}.");
        return refused(Refused(node));
    }

    /// <summary>Words, each with a list of texts.</summary>
    public IReadOnlyList<(Text Word, IReadOnlyList<Text> Texts)> Lists(string name, Node node)
    {
        if (node is Mapping mapping)
        {
            return [.. mapping.Entries.Select(entry => (new Text(entry.Key.Value, entry.Key.At), Texts(entry.Key.Value, entry.Value)))];
        }

        Add(node.At, $"{Start(name)} takes words, each followed by a colon and a list, and this is {node.Shape}.");
        return [];
    }

    private Text Entry(string key, Node item)
    {
        if (item is Scalar scalar)
        {
            return Whole(scalar);
        }

        Add(
            item.At,
            $"An entry of `{key}` is a text, and this is {item.Shape}{(item is Mapping ? ": put it in quotes if it holds a colon" : "")}."
        );
        return Refused(item);
    }

    private Text Whole(Scalar scalar)
    {
        if (scalar.CutAt is not { } hash)
        {
            return new Text(scalar.Value, scalar.At);
        }

        Add(hash, CutText.Sentence);
        return Refused(scalar);
    }

    private static string Start(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static Text Refused(Node node) => new("", node.At) { Refused = true };
}
