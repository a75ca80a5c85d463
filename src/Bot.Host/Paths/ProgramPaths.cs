namespace Bot.Host.Paths;

/// <summary>Where the program lies, where it was started, and what relative paths are measured from.</summary>
/// <param name="ProgramFolder">The folder of the program's files; what is shipped travels in it.</param>
/// <param name="WorkingFolder">The folder it was started in.</param>
/// <param name="Repository">The nearest folder from the working folder upwards that holds the solution; null outside of it.</param>
public sealed record ProgramPaths(string ProgramFolder, string WorkingFolder, string? Repository)
{
    private const string Solution = "Bot.sln";

    /// <summary>True for a run inside the repository: files edited while it runs make local editions.</summary>
    public bool IsDevelopment => Repository is not null;

    public static ProgramPaths Find() => Find(AppContext.BaseDirectory, Environment.CurrentDirectory);

    public static ProgramPaths Find(string programFolder, string workingFolder)
    {
        var repository = new DirectoryInfo(workingFolder);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, Solution)))
        {
            repository = repository.Parent;
        }

        return new ProgramPaths(Path.TrimEndingDirectorySeparator(programFolder), workingFolder, repository?.FullName);
    }

    /// <summary>A path typed on the command line.</summary>
    public string FromCommandLine(string path) => Path.GetFullPath(path, WorkingFolder);

    /// <summary>A path for what the program writes: in the repository, else where it was started.</summary>
    public string Data(string path) => Path.GetFullPath(path, Repository ?? WorkingFolder);

    /// <summary>A path from settings.</summary>
    public string FromSettings(string path) => Path.GetFullPath(path, Repository ?? ProgramFolder);
}
