using Bot.Core.Facts;

namespace Bot.Knowledge.Yaml;

/// <summary>
/// Reads a list as a whole or, where that fails, each of its entries by itself: a mistake in one then hides none in the next.
/// </summary>
internal static class EntryByEntry
{
    /// <param name="read">False where a part could not be read, which is then among the problems.</param>
    /// <returns>What could be read; null for an empty file too.</returns>
    public static Node? Read(TextFile file, List<Problem> problems, out bool read)
    {
        var whole = new List<Problem>();
        var tree = TreeReader.Read(file.Text, file.Path, linesBefore: 0, whole, out read);
        if (read)
        {
            problems.AddRange(whole);
            return tree;
        }

        var apart = new List<Problem>();
        var items = new List<Node>();
        var torn = false;
        foreach (var (line, text) in Entries(file.Text))
        {
            var part = TreeReader.Read(text, file.Path, line, apart, out var isRead);
            torn |= !isRead;
            items.AddRange((part as Sequence)?.Items ?? []);
        }

        // Parts that read well one by one do not say what is wrong with the whole.
        problems.AddRange(torn ? apart : whole);
        return torn && items.Count > 0 ? new Sequence(items[0].At, items) : null;
    }

    /// <summary>Each entry of the outermost list, with the number of lines before it. What stands above the first belongs to that one.</summary>
    private static IEnumerable<(int Line, string Text)> Entries(string text)
    {
        var lines = text.Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(at => IsStart(lines[at])).Skip(1).Append(lines.Length);
        var from = 0;
        foreach (var end in starts)
        {
            yield return (from, string.Join('\n', lines[from..end]));
            from = end;
        }
    }

    private static bool IsStart(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.TrimEnd() == "-";
}
