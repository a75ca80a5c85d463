using System.Runtime.CompilerServices;
using Bot.Core.Communities;

namespace Bot.Core.Journal;

/// <summary>A journal for as long as the process lives; otherwise a full one, held to the same suite as the others.</summary>
public sealed class InMemoryJournal(TimeProvider time) : IJournal
{
    private readonly Lock gate = new();
    private readonly Bell bell = new();

    /// <summary>By position, counted from 1; null where a community was deleted.</summary>
    private readonly List<Envelope?> envelopes = [];
    private readonly Dictionary<StreamId, long> versions = [];
    private readonly Dictionary<(CommunityId, CommandId), (long First, long Last)> commands = [];
    private readonly Dictionary<CommunityId, string> chains = [];

    /// <summary>The position of each community's last event.</summary>
    private readonly Dictionary<CommunityId, long> lasts = [];

    public ValueTask<AppendResult> Append(Append append, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        append.Check();
        AppendResult result;
        lock (gate)
        {
            result = AppendLocked(append);
        }

        bell.Ring();
        return ValueTask.FromResult(result);
    }

    public async IAsyncEnumerable<Envelope> Read(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        for (var next = after; ; next++)
        {
            cancellation.ThrowIfCancellationRequested();
            Envelope? envelope;
            lock (gate)
            {
                if (next >= envelopes.Count)
                {
                    yield break;
                }

                envelope = envelopes[(int)next];
            }

            if (envelope is not null)
            {
                yield return envelope;
            }
        }
    }

    public async IAsyncEnumerable<Envelope> Follow(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var next = bell.Next;
            await foreach (var envelope in Read(after, cancellation))
            {
                after = envelope.Position;
                yield return envelope;
            }

            await next.WaitAsync(cancellation);
        }
    }

    public ValueTask<AppendResult.AlreadyDone?> Find(CommunityId community, CommandId command, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(
                commands.TryGetValue((community, command), out var done) ? new AppendResult.AlreadyDone(done.First, done.Last) : null
            );
        }
    }

    public ValueTask<long> Version(StreamId stream, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(versions.GetValueOrDefault(stream));
        }
    }

    public ValueTask Delete(CommunityId community, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfEqual(community, CommunityId.Base);
        lock (gate)
        {
            for (var at = 0; at < envelopes.Count; at++)
            {
                if (envelopes[at] is { } envelope && envelope.Community == community)
                {
                    versions.Remove(envelope.Stream);
                    commands.Remove((community, envelope.Command));
                    envelopes[at] = null;
                }
            }

            chains.Remove(community);
            lasts.Remove(community);
            AppendLocked(Journal.Append.Notice(new StoryEvent.CommunityDeleted(community), versions.GetValueOrDefault(StreamId.Journal)));
        }

        bell.Ring();
        return ValueTask.CompletedTask;
    }

    private AppendResult AppendLocked(Append append)
    {
        if (commands.TryGetValue((append.Community, append.Command), out var done))
        {
            return new AppendResult.AlreadyDone(done.First, done.Last);
        }

        if (append.OvertakenAt(lasts.GetValueOrDefault(append.Community)) is { } overtaken)
        {
            return overtaken;
        }

        if (append.ConflictWith(stream => versions.GetValueOrDefault(stream)) is { } conflict)
        {
            return conflict;
        }

        Blank(append);
        var at = time.GetUtcNow();
        var first = envelopes.Count + 1L;
        foreach (var proposed in append.Events)
        {
            envelopes.Add(Seal(append, proposed, at));
            versions[proposed.Stream] = proposed.ExpectedVersion + 1;
        }

        commands[(append.Community, append.Command)] = (first, envelopes.Count);
        lasts[append.Community] = envelopes.Count;
        return new AppendResult.Appended(first, envelopes.Count);
    }

    private void Blank(Append append)
    {
        if (append.Blanks.Any(position => Find(position)?.Community != append.Community))
        {
            throw append.ForeignBlanks();
        }

        foreach (var position in append.Blanks)
        {
            envelopes[(int)position - 1] = Find(position)! with { Event = new StoryEvent.Blanked(), Reason = "" };
        }
    }

    private Envelope? Find(long position) => position > 0 && position <= envelopes.Count ? envelopes[(int)position - 1] : null;

    private Envelope Seal(Append append, Proposed proposed, DateTimeOffset at)
    {
        var content = HashChain.Content(EventContent.Of(proposed.Event));
        var chain = HashChain.Next(chains.GetValueOrDefault(append.Community, HashChain.Start), content);
        chains[append.Community] = chain;
        return new Envelope
        {
            Position = envelopes.Count + 1,
            Community = append.Community,
            Story = append.Story,
            Stream = proposed.Stream,
            Version = proposed.ExpectedVersion + 1,
            Command = append.Command,
            At = at,
            By = append.By,
            Reason = append.Reason,
            Event = proposed.Event,
            ContentHash = content,
            ChainHash = chain,
        };
    }
}
