namespace Bot.Storage.Sqlite;

/// <summary>
/// A file beside a store that is locked while the store is open: by all who have it open together, or by one who has it alone. The lock is the operating
/// system's and goes with the process, however that ends; the file stays.
/// </summary>
internal static class Presence
{
    /// <exception cref="StoreRefusedException">Others have the store open, or one has it alone.</exception>
    public static FileStream Take(string store, bool alone)
    {
        var file = $"{store}.open";
        PrivateFile.Ensure(file);
        try
        {
            return alone
                ? new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
                : new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (IOException taken) when (File.Exists(file))
        {
            throw new StoreRefusedException(
                alone
                    ? $"The store '{store}' is in use: stop the service, and whatever else has it open."
                    : $"The store '{store}' is being restored: wait until that is done.",
                taken
            );
        }
    }
}
