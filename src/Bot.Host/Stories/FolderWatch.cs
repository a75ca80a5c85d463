using System.Threading.Channels;

namespace Bot.Host.Stories;

/// <summary>Tells when files below some folders may have changed: soon after the system says so, and now and then in any case.</summary>
internal sealed partial class FolderWatch : IDisposable
{
    /// <summary>An editor writes a file in several steps; reading waits until it is quiet.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    /// <summary>Not every file system tells: network shares and some containers do not.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    private const int MostWaits = 20;

    private readonly Channel<bool> touched = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly List<FileSystemWatcher> watchers = [];
    private readonly TimeProvider time;

    public FolderWatch(IEnumerable<string> folders, TimeProvider time, ILogger logger)
    {
        this.time = time;
        foreach (var folder in folders)
        {
            try
            {
                Watch(folder);
            }
            catch (Exception refused) when (refused is IOException or ArgumentException or UnauthorizedAccessException)
            {
                Log.NotWatched(logger, folder, Poll.TotalSeconds, refused.Message);
            }
        }
    }

    /// <summary>Returns when something may have changed and is quiet again.</summary>
    public async Task Next(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(touched.Reader.WaitToReadAsync(either.Token).AsTask(), Task.Delay(Poll, time, either.Token));
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        for (var waits = 0; waits < MostWaits && touched.Reader.TryRead(out _); waits++)
        {
            await Task.Delay(Quiet, time, cancellation);
        }
    }

    public void Dispose() => watchers.ForEach(watcher => watcher.Dispose());

    private void Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watchers.Add(watcher);
        watcher.Changed += Touch;
        watcher.Created += Touch;
        watcher.Deleted += Touch;
        watcher.Renamed += Touch;
        watcher.Error += (_, _) => touched.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
    }

    private void Touch(object sender, FileSystemEventArgs change) => touched.Writer.TryWrite(true);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Folder} cannot be watched ({Why}); it is looked at every {Seconds} seconds instead.")]
        public static partial void NotWatched(ILogger logger, string folder, double seconds, string why);
    }
}
