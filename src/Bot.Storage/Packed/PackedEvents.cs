using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Storage.Packed;

/// <summary>
/// Events of the journal in a form that is quick to read: each text, each sentence and each state of a fact is written once, and events have their numbers.
/// It begins with its version and a SHA-256 over the rest.
/// </summary>
internal static class PackedEvents
{
    /// <summary>Counted up when anything is written in another way; what has another version is packed again.</summary>
    public const byte Version = 1;

    private const int Head = 1 + SHA256.HashSizeInBytes;

    public static byte[] Pack(IReadOnlyList<Envelope> envelopes)
    {
        var texts = new PackedTexts();
        var (evidence, facts, events) = (new PackedRows(texts), new PackedRows(texts), new PackedWriter(texts));
        events.Number(envelopes.Count);
        var (position, at) = (0L, 0L);
        foreach (var envelope in envelopes)
        {
            Write(events, envelope, position, at);
            PackedEvent.Write(events, envelope.Event, fact => facts.Add(row => PackedFact.Write(row, fact, evidence)));
            (position, at) = (envelope.Position, envelope.At.UtcTicks);
        }

        var chunk = new PackedWriter(texts);
        chunk.List([.. texts.All], chunk.Whole);
        evidence.WriteTo(chunk);
        facts.WriteTo(chunk);
        chunk.Raw(events.Written);
        return [Version, .. SHA256.HashData(chunk.Written), .. chunk.Written];
    }

    /// <summary>The events; null where they were packed by another version, or the bytes are not what was written.</summary>
    /// <exception cref="Events.UnreadableEventException">An event of another version of the program, as its row would be.</exception>
    public static IReadOnlyList<Envelope>? Unpack(byte[] packed)
    {
        var bytes = packed.AsSpan();
        if (bytes.Length < Head || bytes[0] != Version || !SHA256.HashData(bytes[Head..]).AsSpan().SequenceEqual(bytes[1..Head]))
        {
            return null;
        }

        var chunk = new PackedReader(packed.AsMemory(Head));
        chunk.Texts = chunk.List(static texts => texts.Whole());
        var evidence = chunk.List(PackedFact.ReadEvidence);
        var facts = chunk.List(from => PackedFact.Read(from, evidence));
        var envelopes = new Envelope[chunk.Count()];
        var (position, at) = (0L, 0L);
        for (var i = 0; i < envelopes.Length; i++)
        {
            envelopes[i] = Read(chunk, facts, position, at);
            (position, at) = (envelopes[i].Position, envelopes[i].At.UtcTicks);
        }

        return envelopes;
    }

    /// <param name="position">That of the event before; what differs little is written short.</param>
    /// <param name="at">The time of the event before.</param>
    private static void Write(PackedWriter to, Envelope envelope, long position, long at)
    {
        to.Number(envelope.Position - position);
        to.Text(envelope.Community.Value);
        to.Text(envelope.Story.Value);
        to.Text(envelope.Stream.Value);
        to.Number(envelope.Version);
        to.Text(envelope.Command.Value);
        to.Number(envelope.At.UtcTicks - at);
        to.Text(envelope.By.Value);
        to.Text(envelope.Reason);
        to.Hash(envelope.ContentHash);
        to.Hash(envelope.ChainHash);
    }

    private static Envelope Read(PackedReader from, Fact[] facts, long position, long at)
    {
        position += from.Number();
        return new Envelope
        {
            Position = position,
            Community = new CommunityId(from.Text()),
            Story = new StorySlug(from.Text()),
            Stream = new StreamId(from.Text()),
            Version = from.Number(),
            Command = new CommandId(from.Text()),
            At = new DateTimeOffset(at + from.Number(), TimeSpan.Zero),
            By = new PersonKey(from.Text()),
            Reason = from.Text(),
            ContentHash = from.Hash(),
            ChainHash = from.Hash(),
            Event = PackedEvent.Read(from, facts, position),
        };
    }
}
