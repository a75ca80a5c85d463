namespace Bot.Storage.Backups;

/// <summary>A folder that only its owner reads, for a store that is being made or looked at; gone with all in it at the end.</summary>
internal sealed class WorkingFolder : IDisposable
{
    private readonly DirectoryInfo folder;

    /// <param name="beside">Where the result is to be moved to.</param>
    public WorkingFolder(string beside)
    {
        Directory.CreateDirectory(beside);
        var path = Path.Combine(beside, $".dateline-{Path.GetRandomFileName()}");
        folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public WorkingFolder() => folder = Directory.CreateTempSubdirectory("dateline-");

    public string File => Path.Combine(folder.FullName, "store.db");

    public void Dispose() => folder.Delete(recursive: true);
}
