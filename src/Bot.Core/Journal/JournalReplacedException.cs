namespace Bot.Core.Journal;

/// <summary>The journal is not the one that was read so far: nothing that is in memory can be trusted, and whoever has read it must begin anew.</summary>
public sealed class JournalReplacedException()
    : Exception(
        "The store was put back to a backup while this replica had it open, so it answers no longer. Start it again, and stop all replicas before the next `restore`."
    );
