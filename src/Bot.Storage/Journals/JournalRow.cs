using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Storage.Events;

namespace Bot.Storage.Journals;

/// <summary>One row of the journal's table.</summary>
internal sealed record JournalRow
{
    public required long Position { get; init; }
    public required string Community { get; init; }
    public required string Story { get; init; }
    public required string Stream { get; init; }
    public required long Version { get; init; }
    public required string Command { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required string Reason { get; init; }
    public required StoredEvent Event { get; init; }
    public required string ContentHash { get; init; }
    public required string ChainHash { get; init; }

    /// <exception cref="UnreadableEventException">Written by another version of the program.</exception>
    public Envelope Open() =>
        new()
        {
            Position = Position,
            Community = new CommunityId(Community),
            Story = new StorySlug(Story),
            Stream = new StreamId(Stream),
            Version = Version,
            Command = new CommandId(Command),
            At = At,
            By = new PersonKey(By),
            Reason = Reason,
            Event = EventCodec.Decode(Event, Position),
            ContentHash = ContentHash,
            ChainHash = ChainHash,
        };
}
