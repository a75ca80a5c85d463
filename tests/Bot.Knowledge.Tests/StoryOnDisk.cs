using System.Text;
using Bot.Core.Questions;
using Bot.Knowledge.Lexicons;

namespace Bot.Knowledge.Tests;

/// <summary>A pair of folders of its own, gone after the test.</summary>
internal sealed class StoryOnDisk : IDisposable
{
    private static readonly Lexicon Shipped = ShippedLexicon.Read();

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dateline-");

    public StoryOnDisk()
    {
        Directory.CreateDirectory(Seeds);
        Directory.CreateDirectory(Knowledge);
    }

    public string Seeds => Path("seeds");

    public string Knowledge => Path("knowledge");

    public string Path(string name) => System.IO.Path.Combine(root.FullName, name);

    /// <summary>A pair of folders that holds the story a newcomer starts from.</summary>
    public static StoryOnDisk New(string slug = "bridge")
    {
        var disk = new StoryOnDisk();
        Scaffold.Write(slug, disk.Seeds, disk.Knowledge, new DateOnly(2025, 5, 3)).ShouldBeOfType<ScaffoldResult.Written>();
        return disk;
    }

    public StoryOnDisk With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public StoryOnDisk With(string path, byte[] bytes)
    {
        var file = Path(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    /// <summary>Changes a text in a file of the newcomer's story.</summary>
    public StoryOnDisk Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(Path(path));
        text.ShouldContain(from);
        return With(path, text.Replace(from, to));
    }

    public LibraryResult Read() => Library.Read(Seeds, Knowledge, Shipped);

    /// <summary>The problems as <c>file:line:column: sentence</c>.</summary>
    public IReadOnlyList<string> Problems() => [.. Read().Problems.Select(problem => problem.ToString())];

    public void Dispose() => root.Delete(recursive: true);
}
