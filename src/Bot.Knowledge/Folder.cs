using Bot.Core.Facts;

namespace Bot.Knowledge;

/// <summary>A folder with the path that its problems name it by, as the user would type it.</summary>
internal sealed record Folder(string Location, string Shown)
{
    public Place Place => new(Shown, 1, 1);

    /// <summary>A folder given on the command line or in settings; null after saying that there is none.</summary>
    /// <param name="usual">What the folder is usually called: where one of that name lies within, it was meant.</param>
    public static Folder? Open(string directory, string role, List<Problem> problems, string? usual = null)
    {
        var location = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var name = Path.GetFileName(location);
        var folder = new Folder(location, name.Length == 0 ? location : name);
        if (usual is not null && name != usual && folder.Inner(usual) is { Exists: true } within)
        {
            problems.Add(new Problem(folder.Place, $"The {role} are one level below: did you mean --{usual} {within.Shown}?"));
            return null;
        }

        if (folder.Exists)
        {
            return folder;
        }

        problems.Add(new Problem(folder.Place, $"There is no folder {location} to read {role} from: create it, or name another."));
        return null;
    }

    public Folder Inner(string name) => new(Path.Combine(Location, name), $"{Shown}/{name}");

    public bool Exists => Directory.Exists(Location);

    public IReadOnlyList<string> Folders(List<Problem> problems) => Names(Directory.EnumerateDirectories, problems);

    public IReadOnlyList<string> Files(List<Problem> problems) => Names(Directory.EnumerateFiles, problems);

    public TextFile? Read(string name, List<Problem> problems) => TextFile.Read(Path.Combine(Location, name), $"{Shown}/{name}", problems);

    /// <summary>Names in an order that is the same on every machine, without hidden ones and editors' copies.</summary>
    private List<string> Names(Func<string, IEnumerable<string>> list, List<Problem> problems)
    {
        try
        {
            return
            [
                .. list(Location)
                    .Select(path => Path.GetFileName(path))
                    .Where(name => !name.StartsWith('.') && !name.EndsWith('~'))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(Place, $"The folder cannot be opened: {failure.Message}"));
            return [];
        }
    }
}
