using Bot.Core.Facts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Knowledge.Yaml;

/// <summary>
/// Reads the plain part of YAML (text, lists, groups of keys) into a tree with places. Anchors, aliases, tags and several documents
/// are refused: a reviewed text should mean what it says where it stands.
/// </summary>
internal sealed class TreeReader
{
    private const int DeepestNesting = 16;
    private const int MostNodes = 500_000;

    private readonly string text;
    private readonly string file;
    private readonly int linesBefore;
    private readonly List<Problem> problems;
    private readonly Parser parser;
    private int nodes;

    private TreeReader(string text, string file, int linesBefore, List<Problem> problems)
    {
        (this.text, this.file, this.linesBefore, this.problems) = (text, file, linesBefore, problems);
        parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads one document.</summary>
    /// <param name="linesBefore">Lines of the file that stand before the text, as before front matter.</param>
    /// <param name="read">False when the text is not such a document, which is then among the problems.</param>
    /// <returns>The tree; null for an empty document too.</returns>
    public static Node? Read(string text, string file, int linesBefore, List<Problem> problems, out bool read)
    {
        var reader = new TreeReader(text, file, linesBefore, problems);
        try
        {
            var tree = reader.Document();
            read = true;
            return tree;
        }
        catch (YamlException mistake)
        {
            var (line, column, sentence) = SyntaxMistake.Of(mistake, text);
            problems.Add(new Problem(new Place(file, line + linesBefore, column), sentence));
        }
        catch (RefusedException refused)
        {
            problems.Add(new Problem(refused.At, refused.Message));
        }

        read = false;
        return null;
    }

    private Node? Document()
    {
        Node? root = null;
        var documents = 0;
        while (Next())
        {
            switch (parser.Current)
            {
                case DocumentStart start when ++documents > 1:
                    throw new RefusedException(At(start.Start), "A second document begins here with `---`: keep one document a file.");
                case NodeEvent or AnchorAlias:
                    root = Read(depth: 0);
                    break;
            }
        }

        return root is Scalar { Value: "" } ? null : root;
    }

    /// <summary>Reads the node that begins with the current event, and stops on its last event.</summary>
    private Node Read(int depth)
    {
        var current = parser.Current!;
        var at = At(current.Start);
        if (current is AnchorAlias alias)
        {
            throw new RefusedException(
                at,
                $"`*{alias.Value}` refers to another place of the file: write the text itself, in quotes if it begins with an asterisk."
            );
        }

        if (current is not NodeEvent node)
        {
            // So the parser answers some empty keys (": a: [b]").
            throw new RefusedException(
                at,
                "A key or a text is missing here, before a colon perhaps: write it, or put the whole in quotes."
            );
        }

        if (!node.Anchor.IsEmpty)
        {
            throw new RefusedException(
                at,
                $"`&{node.Anchor}` names a place of the file: take it out, or put the text in quotes if it begins with an ampersand."
            );
        }

        if (!node.Tag.IsEmpty)
        {
            throw new RefusedException(
                at,
                $"`{node.Tag}` is a tag: take it out, or put the text in quotes if it begins with an exclamation mark."
            );
        }

        if (depth > DeepestNesting || ++nodes > MostNodes)
        {
            throw new RefusedException(
                at,
                depth > DeepestNesting
                    ? $"This is nested more than {DeepestNesting} deep."
                    : $"The file has more than {MostNodes} entries: split it."
            );
        }

        return node switch
        {
            YamlDotNet.Core.Events.Scalar scalar => OfText(scalar, at),
            SequenceStart start => Placed(new Sequence(at, Items(depth)), start.Style is SequenceStyle.Flow),
            MappingStart start => Placed(Group(start, at, depth), start.Style is MappingStyle.Flow),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Scalar OfText(YamlDotNet.Core.Events.Scalar scalar, Place at) =>
        IsText(scalar.Value)
            ? new Scalar(at, scalar.Value) { LastLine = LastLine(scalar), CutAt = CutAt(scalar) }
            : throw new RefusedException(at, "An escape in this text stands for no character: write the character itself.");

    /// <summary>Where a hash cuts a text short.</summary>
    private Place? CutAt(YamlDotNet.Core.Events.Scalar scalar)
    {
        var end = At(scalar.End);
        return CutText.HashBehind(scalar, text) is { } hash ? end with { Column = end.Column + hash } : null;
    }

    /// <summary>A list or group, on whose last event the reader stands.</summary>
    private Node Placed(Node node, bool inBrackets) =>
        node with
        {
            InBrackets = inBrackets,
            LastLine = (inBrackets ? null : LastPart(node)) is { } last ? last.LastLine : LastLine(parser.Current!),
        };

    private static Node? LastPart(Node node) =>
        node switch
        {
            Sequence { Items: [.., var item] } => item,
            Mapping { Entries: [.., var entry] } => entry.Value,
            _ => null,
        };

    /// <summary>A text that goes on over several lines may end before the first character of the next.</summary>
    private int LastLine(ParsingEvent part) =>
        At(part.End) is var end && end.Column == 1 && end.Line > At(part.Start).Line ? end.Line - 1 : end.Line;

    private bool Next()
    {
        var before = parser.Current?.Start ?? Mark.Empty;
        try
        {
            return parser.MoveNext();
        }
        catch (Exception fault) when (fault is not YamlException)
        {
            // The parser falls over some mistakes ("[a, b" before another key) instead of naming them.
            throw new RefusedException(At(before), SyntaxMistake.WithoutReason);
        }
    }

    private List<Node> Items(int depth)
    {
        var items = new List<Node>();
        while (Next() && parser.Current is not SequenceEnd)
        {
            items.Add(Read(depth + 1));
        }

        return items;
    }

    private List<Entry> Entries(int depth)
    {
        var entries = new List<Entry>();
        var keys = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (Next() && parser.Current is not MappingEnd)
        {
            var key = Read(depth + 1);
            if (!Next())
            {
                break;
            }

            var value = Read(depth + 1);
            if (key is not Scalar name)
            {
                problems.Add(new Problem(key.At, $"A key must be a word, and this is {key.Shape}."));
            }
            else if (keys.TryGetValue(name.Value, out var first))
            {
                problems.Add(
                    new Problem(name.At, $"The key `{name.Value}` stands here a second time (first in line {first.Line}): keep one.")
                );
            }
            else
            {
                keys.Add(name.Value, name.At);
                entries.Add(new Entry(name, value));
            }
        }

        return entries;
    }

    /// <summary>A group without braces begins with its first key: the parser has no place for one that a colon makes inside a list.</summary>
    private Mapping Group(MappingStart start, Place at, int depth)
    {
        var entries = Entries(depth);
        return new Mapping(text[(int)start.Start.Index] != '{' && entries is [var first, ..] ? first.Key.At : at, entries);
    }

    /// <summary>Half a surrogate pair, which an escape can smuggle in, is no text.</summary>
    private static bool IsText(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private Place At(Mark mark) => new(file, (int)Math.Max(1, mark.Line) + linesBefore, (int)Math.Max(1, mark.Column));

    private sealed class RefusedException(Place at, string message) : Exception(message)
    {
        public Place At { get; } = at;
    }
}
