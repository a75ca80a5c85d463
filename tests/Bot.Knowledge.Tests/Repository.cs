namespace Bot.Knowledge.Tests;

/// <summary>The working tree that the tests run from.</summary>
internal static class Repository
{
    private static readonly string Root =
        Above(AppContext.BaseDirectory)
        ?? Above(Environment.CurrentDirectory)
        ?? throw new InvalidOperationException("Not run from the repository.");

    public static string Folder(params string[] names) => Path.Combine([Root, .. names]);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "docs", "story-format.md")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
