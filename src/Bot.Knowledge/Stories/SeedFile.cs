using Bot.Core.Facts;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Stories;

/// <summary>Reads and writes a source document: Markdown with front matter, or plain text, which is only read.</summary>
internal static class SeedFile
{
    private const string Fence = "---";
    private const int LongestTitle = 80;

    public static bool IsOne(string name) => IsMarkdown(name) || name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    public static SeedDraft Read(TextFile file, List<Problem> problems) =>
        IsMarkdown(file.Path) ? Markdown(file, problems) : PlainText(file, problems);

    /// <summary>A Markdown seed; the body is written as it is.</summary>
    public static string Write(Mapping frontMatter, string body) => $"{Fence}\n{TreeWriter.Write(frontMatter)}{Fence}\n{body}";

    private static bool IsMarkdown(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static SeedDraft Markdown(TextFile file, List<Problem> problems)
    {
        var lines = file.Text.Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        if (end < 0)
        {
            problems.Add(
                new Problem(
                    file.Start,
                    lines[0].TrimEnd() == Fence
                        ? "The front matter that begins here never ends: close it with a line of three hyphens."
                        : "A Markdown seed begins with front matter: a line of three hyphens, `id`, `form` and `title`, and three hyphens again. Or save it as .txt."
                )
            );
            return Unread.Seed(Refused(file), file.Text);
        }

        var body = string.Join('\n', lines[(end + 1)..]);
        var tree = TreeReader.Read(string.Join('\n', lines[1..end]), file.Path, linesBefore: 1, problems, out var read);
        if (!read)
        {
            return Unread.Seed(Refused(file), body);
        }

        if (tree is null or Mapping)
        {
            var draft = new SeedDraft(file.Start) { Body = body };
            return tree is Mapping mapping ? Shapes.Seed.Read(mapping, new Reading(problems), draft) : draft;
        }

        problems.Add(new Problem(tree.At, $"Front matter is a group of keys such as `id: …`, and this is {tree.Shape}."));
        return Unread.Seed(Refused(file), body);
    }

    private static SeedDraft PlainText(TextFile file, List<Problem> problems)
    {
        var name = Path.GetFileNameWithoutExtension(file.Path);
        var slug = Slug.From(name);
        if (slug is null)
        {
            problems.Add(
                new Problem(file.Start, "The id of a .txt seed is its file name, and this one has no letter a to z or digit: rename it.")
            );
        }

        return new SeedDraft(file.Start)
        {
            Id = new Text(slug ?? "", file.Start) { Refused = slug is null },
            Form = new Text(Vocabulary.Word(SeedForm.Document), file.Start),
            Title = new Text(Title(file.Text) ?? name, file.Start),
            Body = file.Text,
        };
    }

    /// <summary>The first line, where it is short and no sentence.</summary>
    private static string? Title(string text)
    {
        var first = text.Split('\n').Select(line => line.Trim().TrimStart('#').Trim()).FirstOrDefault(line => line.Length > 0);
        return first is { Length: <= LongestTitle } && !EndsASentence(first) ? first : null;
    }

    private static bool EndsASentence(string line) =>
        line.TrimEnd('"', '\'', '”', '’', ')') is not [.., var last] || ".!?…؟。".Contains(last);

    private static Text Refused(TextFile file) => new("", file.Start) { Refused = true };
}
