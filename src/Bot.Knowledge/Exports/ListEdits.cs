using Bot.Knowledge.Stories;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Exports;

/// <summary>One entry of a list as it should be.</summary>
/// <param name="Now">As it is to be written, without what the reader puts in.</param>
/// <param name="Was">What the file says of it, with every default; null for one that the file does not have.</param>
/// <param name="WillBe">What it should say, with every default.</param>
internal sealed record Entered(Mapping Now, Mapping? Was, Mapping WillBe)
{
    public string Id => ((Scalar)Now.Entries[0].Value).Value;
}

/// <summary>
/// Changes the text of a file that lists groups, by the places its reader knows: only keys whose value changes are written again, what is new
/// comes last. Wording, comments and order stay.
/// </summary>
/// <param name="text">The file.</param>
/// <param name="list">What it was read as; null when it holds nothing.</param>
/// <param name="keys">Those of a group, in their order; the first names it.</param>
internal sealed class ListEdits(string text, Sequence? list, IEnumerable<string> keys)
{
    private readonly IReadOnlyList<string> lines = UnifiedDiff.Lines(text);
    private readonly IReadOnlyList<string> keys = [.. keys];

    public IReadOnlyList<Edit> Enter(IReadOnlyList<Entered> wanted)
    {
        var there = wanted.ToDictionary(entry => entry.Id, entry => entry.Was is null ? null : Find(entry.Id), StringComparer.Ordinal);
        var added = wanted.Where(entry => there[entry.Id] is null).Select(entry => entry.Now).ToList();
        if (list is { InBrackets: true })
        {
            var now = wanted.Where(entry => there[entry.Id] is not null).ToDictionary(entry => there[entry.Id]!, entry => entry.Now);
            var items = list.Items.OfType<Mapping>().Select(item => now.GetValueOrDefault(item, item) with { InBrackets = false });
            return [new Edit(list.At.Line - 1, list.LastLine - list.At.Line + 1, Indented(StoryWriter.Text([.. items, .. added]), ""))];
        }

        var edits = wanted.SelectMany(entry => there[entry.Id] is { } found ? Change(found, entry) : []).ToList();
        return added.Count == 0 ? edits : [.. edits, new Edit(lines.Count, 0, Appended(added))];
    }

    private Mapping? Find(string id) =>
        list
            ?.Items.OfType<Mapping>()
            .FirstOrDefault(item => item.Entries.Any(e => e.Key.Value == keys[0] && e.Value is Scalar found && found.Value.Trim() == id));

    private List<Edit> Change(Mapping there, Entered entry)
    {
        var edits = new List<Edit>();
        var indent = new string(' ', there.At.Column - 1);
        var before = there.Entries[0];
        foreach (var key in keys)
        {
            var place = there.Entries.FirstOrDefault(e => e.Key.Value == key);
            if (place is null)
            {
                edits.Add(new Edit(before.Value.LastLine, 0, Indented(Written(entry.Now, key), indent)));
                continue;
            }

            var willBe = Written(entry.WillBe, key);
            if (Written(entry.Was!, key) != willBe)
            {
                var start = place.Key.At.Line - 1;
                edits.Add(new Edit(start, place.Value.LastLine - start, Indented(willBe, indent)));
            }

            before = place;
        }

        return StandsInLines(there) && edits.TrueForAll(edit => edit.Start >= there.At.Line) ? edits : [Again(there, entry.Now)];
    }

    /// <summary>The whole entry: where keys share a line, or its first line changes.</summary>
    private Edit Again(Mapping there, Mapping now)
    {
        var start = there.At.Line - 1;
        var hyphen = lines[start][..(there.At.Column - 1)];
        var written = Indented(TreeWriter.Write(now), new string(' ', hyphen.Length));
        return new Edit(start, there.LastLine - start, [hyphen + written[0][hyphen.Length..], .. written.Skip(1)]);
    }

    private static bool StandsInLines(Mapping there) =>
        !there.InBrackets && there.Entries.Zip(there.Entries.Skip(1)).All(pair => pair.First.Value.LastLine < pair.Second.Key.At.Line);

    /// <summary>With empty lines between entries where the file has them.</summary>
    private IReadOnlyList<string> Appended(IEnumerable<Mapping> added)
    {
        var apart = list is not { Items: [_, .., var last] } || lines[last.At.Line - 2].Trim().Length == 0;
        var indent = new string(' ', list is null ? 0 : list.At.Column - 1);
        var written = added.SelectMany(entry => Indented((apart ? "\n" : "") + StoryWriter.Text([entry]), indent)).ToList();
        return apart && lines.Count == 0 ? written[1..] : written;
    }

    /// <summary>One key with its value; empty when the group does not have it.</summary>
    private static string Written(Mapping group, string key) =>
        group.Entries.FirstOrDefault(entry => entry.Key.Value == key) is { } entry ? TreeWriter.Write(new Mapping(default, [entry])) : "";

    private static IReadOnlyList<string> Indented(string written, string indent) =>
        [.. UnifiedDiff.Lines(written).Select(line => line.Length == 0 ? line : indent + line)];
}
