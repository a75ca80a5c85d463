namespace Bot.Testing;

/// <summary>What something looks like, held in files that people read when it changes: <c>DATELINE_GOLDEN=write</c> writes them anew.</summary>
public static class Golden
{
    /// <param name="name">Of the file in <c>tests/golden</c>, with folders.</param>
    public static void Holds(string name, string text)
    {
        var file = Path.Combine(Repository.Folder("tests", "golden"), name);
        var shown = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("DATELINE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, shown);
        }

        File.Exists(file).ShouldBeTrue($"there is no {name}: look at what it would be, then write it with DATELINE_GOLDEN=write");
        shown.ShouldBe(File.ReadAllText(file), $"{name} is another: look at the difference, then write it with DATELINE_GOLDEN=write");
    }
}
