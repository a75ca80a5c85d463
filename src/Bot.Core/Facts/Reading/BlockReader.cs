namespace Bot.Core.Facts.Reading;

internal enum BlockKind
{
    Prose,
    Heading,
    Item,
}

internal readonly record struct Block(BlockKind Kind, int Start, int End);

/// <summary>Parts a text into headings, list items and paragraphs. Lines that were only wrapped are one paragraph.</summary>
internal static class BlockReader
{
    private const int LongestHeading = 80;

    public static IEnumerable<Block> Blocks(string text)
    {
        Block? open = null;
        foreach (var line in Lines(text))
        {
            if (line.Start == line.End)
            {
                if (open is { } closed)
                {
                    yield return Close(text, closed, true);
                }

                open = null;
                continue;
            }

            var kind = KindOf(text, line.Start, line.End, out var content);
            if (open is { } before)
            {
                if (kind == BlockKind.Prose && before.Kind != BlockKind.Heading && Continues(text, before, content))
                {
                    open = before with { End = line.End };
                    continue;
                }

                yield return Close(text, before, false);
            }

            open = new Block(kind, content, line.End);
        }

        if (open is { } last)
        {
            yield return Close(text, last, true);
        }
    }

    /// <summary>A short line without an end mark, with a new line of prose under it, was a heading without a mark.</summary>
    private static Block Close(string text, Block block, bool beforeBlank)
    {
        var heading =
            block.Kind == BlockKind.Prose
            && !beforeBlank
            && block.End - block.Start <= LongestHeading
            && !EndsSentence(text, block)
            && text[block.End - 1] != ':';
        return heading ? block with { Kind = BlockKind.Heading } : block;
    }

    private static bool Continues(string text, Block block, int next) =>
        !EndsSentence(text, block) && (char.IsLower(text[next]) || block.End - block.Start > LongestHeading) && text[block.End - 1] != ':';

    private static bool EndsSentence(string text, Block block)
    {
        var end = block.End - 1;
        while (end > block.Start && text[end] is '"' or '\u201D' or '\'' or '\u2019' or ')' or ']')
        {
            end--;
        }

        return text[end] is '.' or '!' or '?' or '\u2026';
    }

    private static BlockKind KindOf(string text, int start, int end, out int content)
    {
        content = start;
        if (IsMarkedHeading(text.AsSpan(start, end - start)))
        {
            return BlockKind.Heading;
        }

        var after = start;
        if (text[start] is '-' or '*' or '\u2022' or '\u2013')
        {
            after = start + 1;
        }
        else
        {
            while (after < end && char.IsAsciiDigit(text[after]))
            {
                after++;
            }

            after = after > start && after - start < 3 && after < end && text[after] is '.' or ')' ? after + 1 : start;
        }

        if (after == start || after >= end || text[after] != ' ')
        {
            return BlockKind.Prose;
        }

        content = after + 1;
        while (content < end - 1 && char.IsWhiteSpace(text[content]))
        {
            content++;
        }

        return BlockKind.Item;
    }

    /// <summary>"## Reaction", but not "#1" or "#closure".</summary>
    private static bool IsMarkedHeading(ReadOnlySpan<char> line)
    {
        var words = line.TrimStart('#');
        return words.Length < line.Length && (words.IsEmpty || char.IsWhiteSpace(words[0]));
    }

    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            yield return (from, to);
            start = end + 1;
        }
    }
}
