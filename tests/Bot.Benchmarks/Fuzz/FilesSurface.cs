using System.Text;
using Bot.Core.Questions;
using Bot.Knowledge;
using Bot.Testing.Fuzz;

namespace Bot.Benchmarks.Fuzz;

/// <summary>The files of a story with one of them cut anywhere: they are read, or every fault is named with its place.</summary>
internal sealed class FilesSurface : ISurface, IDisposable
{
    private static readonly string[] Folders = ["seeds", "knowledge"];

    /// <summary>Half a character is written as the sign for one that cannot be read.</summary>
    private static readonly UTF8Encoding Lenient = new(false);

    private readonly Lexicon lexicon;
    private readonly IReadOnlyDictionary<string, string> files;
    private readonly ThreadLocal<DirectoryInfo> folders;

    /// <param name="root">A folder with <c>seeds</c> and <c>knowledge</c>.</param>
    public FilesSurface(string root, Lexicon lexicon)
    {
        this.lexicon = lexicon;
        files = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".md" or ".yaml" && !file.Contains("lexicon", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllText);
        folders = new(Copy, trackAllValues: true);
    }

    public string Name => "files";
    public int Share => 1;

    public IReadOnlyList<string> Make(Draw draw)
    {
        var (name, text) = draw.Of([.. files]);
        var (start, end) = (draw.Below(text.Length), draw.Below(text.Length));
        var edited = draw.Below(4) switch
        {
            0 => text[..start],
            1 => text[start..],
            2 => text[..Math.Min(start, end)] + text[Math.Max(start, end)..],
            _ => text.Insert(start, draw.Chance(50) ? OddText.Make(draw) : text[Math.Min(start, end)..Math.Max(start, end)]),
        };
        return [name, edited];
    }

    public Fault? Feed(IReadOnlyList<string> texts)
    {
        if (!files.ContainsKey(texts[0]))
        {
            return null;
        }

        var root = folders.Value!.FullName;
        var file = Path.Combine(root, texts[0]);
        File.WriteAllText(file, texts[1], Lenient);
        var read = Library.Read(Path.Combine(root, "seeds"), Path.Combine(root, "knowledge"), lexicon);
        File.WriteAllText(file, files[texts[0]], Lenient);
        return read.Problems.FirstOrDefault(problem => problem.Sentence.Length == 0 || problem.At.Line < 1) is { } mute
                ? new Fault("A problem has a sentence and a place.", mute.ToString())
            : read is { Books.Count: 0, Problems.Count: 0 } ? new Fault("Files are read, or it is said why not.", texts[0])
            : null;
    }

    public void Dispose()
    {
        foreach (var folder in folders.Values)
        {
            folder.Delete(recursive: true);
        }

        folders.Dispose();
    }

    /// <summary>Each thread has files of its own.</summary>
    private DirectoryInfo Copy()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-fuzz-");
        foreach (var (name, text) in files)
        {
            var file = new FileInfo(Path.Combine(folder.FullName, name));
            file.Directory!.Create();
            File.WriteAllText(file.FullName, text, Lenient);
        }

        return folder;
    }
}
