using Bot.Knowledge;

namespace Bot.Host.Tests.Hosting;

/// <summary>A pair of story folders of its own, outside the repository, gone after the test. It holds the story that <c>new-story</c> writes.</summary>
internal sealed class TemporaryStories : IDisposable
{
    /// <summary>What the story answers.</summary>
    public const string Question = "is the bridge shut?";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dateline-");

    public TemporaryStories(params string[] slugs)
    {
        Directory.CreateDirectory(Seeds);
        Directory.CreateDirectory(Knowledge);
        foreach (var slug in slugs)
        {
            if (Scaffold.Write(slug, Seeds, Knowledge, new DateOnly(2025, 5, 3)) is ScaffoldResult.Refused refused)
            {
                throw new InvalidOperationException(refused.Sentence);
            }
        }
    }

    public string Root => root.FullName;

    public string Seeds => Path.Combine(root.FullName, "seeds");

    public string Knowledge => Path.Combine(root.FullName, "knowledge");

    /// <summary>A copy of a pair of folders.</summary>
    public static TemporaryStories CopyOf(string folder)
    {
        var stories = new TemporaryStories();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(stories.Root, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return stories;
    }

    /// <summary>Changes a file as an editor does: at once, so that nobody reads half of it.</summary>
    public void Edit(string path, Func<string, string> change)
    {
        var (file, draft) = (Path.Combine(root.FullName, path), Path.GetTempFileName());
        File.WriteAllText(draft, change(File.ReadAllText(file)));
        File.Move(draft, file, overwrite: true);
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose() => root.Delete(recursive: true);
}
