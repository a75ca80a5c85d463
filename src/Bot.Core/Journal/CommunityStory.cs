using Bot.Core.Communities;

namespace Bot.Core.Journal;

/// <summary>
/// One story as one community has it, over whatever base is asked about. What changes is one reference: a reader sees all of a change, or none.
/// </summary>
internal sealed class CommunityStory(CommunityId community)
{
    private State state = new([], Made: null);

    /// <summary>
    /// The community's view over a base: the one at hand, or one made now. It is kept, unless it is over an older base, which a reader took
    /// before a newer one came.
    /// </summary>
    public StorySnapshot Over(StorySnapshot below)
    {
        var now = Volatile.Read(ref state);
        if (now.Made is { } made && ReferenceEquals(made.Below, below))
        {
            return made;
        }

        var next = below.With(community, now.Own);
        if (now.Made?.Below is not { } other || other.Position <= below.Position)
        {
            Interlocked.CompareExchange(ref state, now with { Made = next }, now);
        }

        return next;
    }

    /// <summary>Takes in events of the community; those it has already are passed over.</summary>
    public void Add(IEnumerable<Envelope> events, StorySnapshot? below)
    {
        State now,
            next;
        do
        {
            now = Volatile.Read(ref state);
            var last = now.Own.Count == 0 ? 0 : now.Own[^1].Position;
            var own = Erasure.Applied([.. now.Own, .. events.Where(envelope => envelope.Position > last)]);
            next = new State(own, own.Count == 0 ? null : below?.With(community, own));
        } while (Interlocked.CompareExchange(ref state, next, now) != now);
    }

    private sealed record State(IReadOnlyList<Envelope> Own, StorySnapshot? Made);
}
