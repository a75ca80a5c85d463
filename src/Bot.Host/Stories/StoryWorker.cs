using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Telemetry;

namespace Bot.Host.Stories;

/// <summary>Brings the stories from their files to the shelf: once before the service is ready, then whenever a file changes.</summary>
internal sealed partial class StoryWorker(
    StoryFiles files,
    ReadStories readStories,
    StoryKeeper keeper,
    Shelf shelf,
    DatelineMetrics metrics,
    TimeProvider time,
    NoteFault note,
    ILogger<StoryWorker> logger
) : BackgroundService
{
    private readonly TaskCompletionSource watching = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FolderState seen = FolderState.Of();

    /// <exception cref="StartupRefusedException">The files have mistakes; each is named.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await Task.Run(() => Load(cancellationToken), cancellationToken) is { Count: > 0 } problems)
        {
            throw new StartupRefusedException([.. problems.Select(problem => problem.ToString()), Verdict(problems.Count)]);
        }

        metrics.Loaded(good: true);
        SayWhatIsFollowed();
        await base.StartAsync(cancellationToken);

        // Where another part fails to start, the host stops this one at once, and would call it a crash if it had not begun. Called off by now, it never begins.
        await watching.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        watching.SetResult();
        using var watch = new FolderWatch([files.Seeds, files.Knowledge], time, logger);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!seen.Equals(FolderState.Of(files.Seeds, files.Knowledge)))
                {
                    await Reload(stoppingToken);
                }

                await watch.Next(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault, also not when another part of the service could not start.
        }
    }

    private async Task Reload(CancellationToken cancellation)
    {
        var before = shelf.Now.Problems;
        try
        {
            var problems = await Load(cancellation);
            metrics.Loaded(problems.Count == 0);
            if (problems.Count == 0)
            {
                SayWhatIsFollowed();
            }
            else if (!problems.SequenceEqual(before))
            {
                Log.KeptLastGood(logger, problems.Count, string.Join(Environment.NewLine, problems));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            metrics.Loaded(good: false);
            note(fault, "reading the stories' files, in place of which answers go on from those of the last good load");
            keeper.KeepLastGood([
                new Problem(new Place(files.Knowledge, 1, 1), $"Reading the files failed ({fault.GetType().Name}); the log says where."),
            ]);
        }
    }

    private async Task<IReadOnlyList<Problem>> Load(CancellationToken cancellation)
    {
        // Looked at before reading: what is written meanwhile is then a change still to be read.
        seen = FolderState.Of(files.Seeds, files.Knowledge);
        var read = readStories();
        if (read.Problems.Count > 0)
        {
            keeper.KeepLastGood(read.Problems);
            return read.Problems;
        }

        return await keeper.Load(read.Books, read.Lexicon, files.Default, cancellation);
    }

    private void SayWhatIsFollowed()
    {
        foreach (var story in shelf.Now.Stories.Values)
        {
            Log.Following(logger, story.Story.Slug, story.Edition, story.Book.Facts.Count, story.Index.PassageList.Count);
        }
    }

    private static string Verdict(int count) =>
        count == 1 ? "1 problem: Dateline does not start on it." : $"{count} problems: Dateline does not start on them.";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Following {Story}, edition {Edition}: {Facts} facts, {Passages} sentences.")]
        public static partial void Following(ILogger logger, StorySlug story, Edition edition, int facts, int passages);

        [LoggerMessage(LogLevel.Warning, "The files have {Count} problems; answers go on from those of the last good load.\n{Problems}")]
        public static partial void KeptLastGood(ILogger logger, int count, string problems);
    }
}
