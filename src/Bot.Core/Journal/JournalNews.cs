using Bot.Core.Communities;

namespace Bot.Core.Journal;

/// <summary>What one reading of the journal brought. It is gathered before anything is done with it, so that a reading that breaks off changes nothing.</summary>
internal sealed class JournalNews
{
    /// <summary>What happened to the base of any story.</summary>
    public List<Envelope> Base { get; } = [];

    /// <summary>The communities of which all that was read before is void. What they did since is in the lists.</summary>
    public HashSet<CommunityId> Deleted { get; } = [];

    /// <summary>How communities set themselves up.</summary>
    public List<Envelope> Settings { get; } = [];

    /// <summary>The stories that communities started.</summary>
    public List<Envelope> Started { get; } = [];

    /// <summary>What waits for the moderators of communities, and no longer does.</summary>
    public List<Envelope> Waiting { get; } = [];

    /// <summary>What communities changed in any story.</summary>
    public List<Envelope> Changes { get; } = [];

    /// <summary>Who did anything in a community but report that something is wrong.</summary>
    public HashSet<(CommunityId Community, PersonKey By)> Acting { get; } = [];

    /// <summary>Of these, those that erase facts.</summary>
    public IEnumerable<Envelope> Erasures => Changes.Where(envelope => envelope.Event is StoryEvent.FactErased);

    /// <summary>The last position.</summary>
    public long Last { get; private set; }

    /// <param name="after">The last position that was read before.</param>
    /// <exception cref="JournalReplacedException">The store was put back to a backup since.</exception>
    public static async Task<JournalNews> Read(IJournal journal, long after, CancellationToken cancellation)
    {
        var news = new JournalNews { Last = after };
        await foreach (var envelope in journal.Read(after, cancellation))
        {
            news.Take(envelope, isFirst: after == 0);
            news.Last = envelope.Position;
        }

        return news;
    }

    private void Take(Envelope envelope, bool isFirst)
    {
        if (envelope.Community != CommunityId.Base && !IsReport(envelope))
        {
            Acting.Add((envelope.Community, envelope.By));
        }

        switch (envelope.Event)
        {
            case StoryEvent.StoreRestored when !isFirst:
                throw new JournalReplacedException();
            case StoryEvent.StoreRestored:
                break;
            case StoryEvent.CommunityDeleted deleted:
                Deleted.Add(deleted.Community);
                Acting.RemoveWhere(acting => acting.Community == deleted.Community);
                new[] { Settings, Started, Waiting, Changes }
                    .ToList()
                    .ForEach(list => list.RemoveAll(e => e.Community == deleted.Community));
                break;
            case StoryEvent.SettingsChanged:
                Settings.Add(envelope);
                break;
            case StoryEvent.StoryStarted:
                Started.Add(envelope);
                break;
            case StoryEvent.OfItem:
            case StoryEvent.Blanked when envelope.Stream.IsOfItem:
                Waiting.Add(envelope);
                break;
            default:
                (envelope.Community == CommunityId.Base ? Base : Changes).Add(envelope);
                break;
        }
    }

    /// <summary>One that was emptied is not known to be anything else.</summary>
    private static bool IsReport(Envelope envelope) =>
        envelope.Event is StoryEvent.FactReported || (envelope.Event is StoryEvent.Blanked && envelope.Stream.IsOfItem);
}
