namespace Bot.Storage.Sqlite;

/// <summary>A file that only its owner reads: a store holds keys and who people are.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Makes an empty file where there is none, and takes others' rights away from one that is there. SQLite gives the files beside it the same mode.
    /// One that is there is not opened: closing it would end the locks that SQLite has on it in this process (<see href="https://sqlite.org/howtocorrupt.html"/>, 2.2).
    /// </summary>
    public static void Ensure(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (!File.Exists(file))
        {
            Make(file);
        }

        if (File.GetUnixFileMode(file) != OwnersAlone)
        {
            File.SetUnixFileMode(file, OwnersAlone);
        }
    }

    private static void Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersAlone;
        }

        try
        {
            new FileStream(file, options).Dispose();
        }
        catch (IOException) when (File.Exists(file))
        {
            // Somebody who starts at the same time was faster.
        }
    }
}
