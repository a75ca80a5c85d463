using System.Globalization;
using System.Text;

namespace Bot.Knowledge.Exports;

/// <summary>A change of a text by lines.</summary>
/// <param name="Start">The first line that goes, from 0; where none goes, the line before which others are put.</param>
/// <param name="Removed">How many lines go.</param>
internal sealed record Edit(int Start, int Removed, IReadOnlyList<string> Added)
{
    public int End => Start + Removed;
}

/// <summary>Writes changes as a unified diff, which <c>patch -p1</c> and <c>git apply</c> take.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;
    private const string NoLineEnd = "\\ No newline at end of file\n";

    /// <summary>The diff of a file that is not there yet.</summary>
    public static string OfNew(string path, string text)
    {
        var lines = Lines(text);
        var diff = new StringBuilder(
            $"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1,{lines.Count} @@\n"
        );
        foreach (var line in lines)
        {
            diff.Append('+').Append(line).Append('\n');
        }

        return diff.Append(EndsInALine(text) ? "" : NoLineEnd).ToString();
    }

    /// <param name="edits">None over another.</param>
    /// <returns>Empty when nothing changes.</returns>
    public static string Of(string path, string text, IEnumerable<Edit> edits)
    {
        var lines = Lines(text);
        var open = !EndsInALine(text);
        var tight = edits
            .Select(edit => Tight(edit, lines))
            .Where(edit => edit.Removed > 0 || edit.Added.Count > 0)
            .OrderBy(edit => edit.Start)
            .ThenBy(edit => edit.Removed > 0);
        var joined = Joined(tight).Select(edit => open && edit.Start == lines.Count ? Closing(edit, lines) : edit).ToList();
        if (joined.Count == 0)
        {
            return "";
        }

        var diff = new StringBuilder($"diff --git a/{path} b/{path}\n--- a/{path}\n+++ b/{path}\n");
        var grown = 0;
        foreach (var hunk in Hunks(joined))
        {
            var (start, end) = (Math.Max(0, hunk[0].Start - Context), Math.Min(lines.Count, hunk[^1].End + Context));
            var more = hunk.Sum(edit => edit.Added.Count - edit.Removed);
            diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(start, end - start)} +{Range(start + grown, end - start + more)} @@\n");
            var at = start;
            foreach (var edit in hunk)
            {
                Put(' ', at, edit.Start);
                Put('-', edit.Start, edit.End);
                diff.Append(string.Concat(edit.Added.Select(line => $"+{line}\n")));
                at = edit.End;
            }

            Put(' ', at, end);
            grown += more;
        }

        return diff.ToString();

        void Put(char mark, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                diff.Append(mark).Append(lines[i]).Append('\n').Append(open && i == lines.Count - 1 ? NoLineEnd : "");
            }
        }
    }

    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static bool EndsInALine(string text) => text.Length == 0 || text[^1] == '\n';

    /// <summary>Without the lines that stay as they are.</summary>
    private static Edit Tight(Edit edit, IReadOnlyList<string> lines)
    {
        var most = Math.Min(edit.Removed, edit.Added.Count);
        var (first, last) = (0, 0);
        while (first < most && lines[edit.Start + first] == edit.Added[first])
        {
            first++;
        }

        while (first + last < most && lines[edit.End - 1 - last] == edit.Added[^(last + 1)])
        {
            last++;
        }

        return new Edit(edit.Start + first, edit.Removed - first - last, [.. edit.Added.Take(edit.Added.Count - last).Skip(first)]);
    }

    /// <summary>Those that touch as one.</summary>
    private static IEnumerable<Edit> Joined(IEnumerable<Edit> edits)
    {
        Edit? before = null;
        foreach (var edit in edits)
        {
            if (before is not null && before.End < edit.Start)
            {
                yield return before;
                before = null;
            }

            before = before is null ? edit : new Edit(before.Start, before.Removed + edit.Removed, [.. before.Added, .. edit.Added]);
        }

        if (before is not null)
        {
            yield return before;
        }
    }

    /// <summary>The last line gets the line end that it lacks.</summary>
    private static Edit Closing(Edit edit, IReadOnlyList<string> lines) => new(edit.Start - 1, 1, [lines[^1], .. edit.Added]);

    private static IEnumerable<List<Edit>> Hunks(IEnumerable<Edit> edits)
    {
        var hunk = new List<Edit>();
        foreach (var edit in edits)
        {
            if (hunk.Count > 0 && edit.Start - hunk[^1].End > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(edit);
        }

        yield return hunk;
    }

    /// <summary>A range without lines is named by the line before it.</summary>
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";
}
