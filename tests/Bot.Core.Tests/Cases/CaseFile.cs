namespace Bot.Core.Tests.Cases;

/// <summary>
/// One line of a case file: <c>question ⇶ outcome ⇶ facts</c>. Outcomes are parted by <c>|</c>, each with a reason in brackets where it
/// matters; facts by commas, <c>a/b</c> for either, <c>!a</c> for never, <c>-</c> for none in particular.
/// </summary>
public sealed record QuestionCase(string File, int Line, string Question, IReadOnlyList<string> Outcomes, IReadOnlyList<string> Facts)
{
    public override string ToString() => $"{File}:{Line}: {Question}";
}

/// <summary>Questions in the words people type, with what must become of them. <c>#</c> begins a comment.</summary>
public static class CaseFile
{
    private const string Arrow = "⇶";

    public static IReadOnlyList<QuestionCase> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IReadOnlyList<QuestionCase> Read(string path)
    {
        var cases = new List<QuestionCase>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split(Arrow, StringSplitOptions.TrimEntries);
            if (parts.Length != 3)
            {
                throw new FormatException($"{path}:{number}: a case is `question {Arrow} outcome {Arrow} facts`.");
            }

            cases.Add(
                new QuestionCase(
                    Path.GetFileName(path),
                    number,
                    parts[0],
                    Split(parts[1], '|'),
                    parts[2] == "-" ? [] : Split(parts[2], ',')
                )
            );
        }

        return cases;
    }

    private static string[] Split(string text, char mark) =>
        text.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
