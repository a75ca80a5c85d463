namespace Bot.Host.Stories;

/// <summary>Names, sizes and times of all files below some folders: equal as long as nobody has touched them.</summary>
internal sealed class FolderState : IEquatable<FolderState>
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private readonly List<(string Path, long Length, long Written)> files = [];

    public static FolderState Of(params ReadOnlySpan<string> folders)
    {
        var state = new FolderState();
        foreach (var folder in folders)
        {
            try
            {
                state.files.AddRange(
                    new DirectoryInfo(folder)
                        .EnumerateFiles("*", Deep)
                        .Where(file => !file.Name.StartsWith('.') && !file.Name.EndsWith('~'))
                        .Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc.Ticks))
                );
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // A folder that went away is a state like any other: reading it says what is wrong.
                state.files.Add((folder, -1, 0));
            }
        }

        state.files.Sort();
        return state;
    }

    public bool Equals(FolderState? other) => other is not null && files.SequenceEqual(other.files);

    public override bool Equals(object? obj) => Equals(obj as FolderState);

    public override int GetHashCode() => files.Count;
}
