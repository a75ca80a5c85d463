using System.Text.Json;
using Bot.Core.Journal;

namespace Bot.Storage.Events;

/// <summary>An event as a store keeps it.</summary>
/// <param name="Kind">The event's name in the store; never changed once it was released.</param>
/// <param name="Schema">Counted up when the payload of a kind gets another form.</param>
/// <param name="Payload">JSON.</param>
internal readonly record struct StoredEvent(string Kind, int Schema, string Payload)
{
    /// <summary>What the content hash is taken over.</summary>
    public string Content => $"{Kind} {Schema}\n{Payload}";

    /// <summary>Nothing of any kind is written as no text.</summary>
    public bool IsBlanked => Payload.Length == 0;
}

/// <summary>Turns events into what stores keep, and back.</summary>
internal static class EventCodec
{
    private const int Schema = 1;

    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["baselined"] = typeof(StoryEvent.Baselined),
        ["fact-baselined"] = typeof(StoryEvent.FactBaselined),
        ["cast-changed"] = typeof(StoryEvent.CastChanged),
        ["fact-added"] = typeof(StoryEvent.FactAdded),
        ["fact-changed"] = typeof(StoryEvent.FactChanged),
        ["fact-removed"] = typeof(StoryEvent.FactRemoved),
        ["cast-added"] = typeof(StoryEvent.CastAdded),
        ["name-added"] = typeof(StoryEvent.NameAdded),
        ["fact-held"] = typeof(StoryEvent.FactHeld),
        ["fact-released"] = typeof(StoryEvent.FactReleased),
        ["fact-kept"] = typeof(StoryEvent.FactKept),
        ["fact-returned"] = typeof(StoryEvent.FactReturned),
        ["fact-erased"] = typeof(StoryEvent.FactErased),
        ["change-proposed"] = typeof(StoryEvent.ChangeProposed),
        ["fact-reported"] = typeof(StoryEvent.FactReported),
        ["draft-kept"] = typeof(StoryEvent.DraftKept),
        ["item-settled"] = typeof(StoryEvent.ItemSettled),
        ["reporters-told"] = typeof(StoryEvent.ReportersTold),
        ["story-started"] = typeof(StoryEvent.StoryStarted),
        ["story-closed"] = typeof(StoryEvent.StoryClosed),
        ["settings-changed"] = typeof(StoryEvent.SettingsChanged),
        ["community-deleted"] = typeof(StoryEvent.CommunityDeleted),
        ["store-restored"] = typeof(StoryEvent.StoreRestored),
    };
    private static readonly Dictionary<Type, string> Names = Kinds.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static StoredEvent Encode(StoryEvent happened) =>
        new(Names[happened.GetType()], Schema, JsonSerializer.Serialize(happened, happened.GetType(), DomainJson.Options));

    /// <exception cref="UnreadableEventException">Written by another version of the program, or not as any version writes it.</exception>
    public static StoryEvent Decode(StoredEvent stored, long position)
    {
        if (stored.IsBlanked)
        {
            return new StoryEvent.Blanked();
        }

        if (!Kinds.TryGetValue(stored.Kind, out var type) || stored.Schema > Schema)
        {
            throw new UnreadableEventException(
                $"The store holds an event '{stored.Kind}' of schema {stored.Schema} at position {position}, which this version of Dateline does not know. Start the version that wrote it, or a newer one."
            );
        }

        try
        {
            return (StoryEvent)JsonSerializer.Deserialize(stored.Payload, type, DomainJson.Options)!;
        }
        catch (JsonException broken)
        {
            throw new UnreadableEventException(
                $"The event '{stored.Kind}' at position {position} of the store cannot be read: {broken.Message} `journal verify` tells whether it was changed after it was written.",
                broken
            );
        }
    }
}

/// <summary>A stored event that this program cannot read; the message says which and what to do.</summary>
public sealed class UnreadableEventException(string sentence, Exception? cause = null) : Exception(sentence, cause);
