using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>
/// Whose part of the journal holds anything of a fact, under whatever name: its states, or a reason that speaks of it. Who changed a fact of the base holds
/// what the base said, too.
/// </summary>
public static class Holders
{
    /// <returns>The base first, since it may refuse.</returns>
    public static async Task<IReadOnlyList<CommunityId>> Of(IJournal journal, StorySlug story, FactId fact, CancellationToken cancellation)
    {
        var (held, shared) = (new HashSet<(CommunityId By, FactId Fact)>(), new List<Envelope>());
        await foreach (var envelope in journal.Read(0, cancellation))
        {
            if (envelope.Story != story)
            {
                continue;
            }

            held.UnionWith(EventParts.IdsOf(envelope.Event).Select(id => (envelope.Community, id)));
            if (envelope.Community == CommunityId.Base)
            {
                shared.Add(envelope);
            }
        }

        var names = FactNames.Of(fact, shared);
        var holders = held.Where(held => names.Contains(held.Fact)).Select(held => held.By).Distinct();
        return [.. holders.OrderByDescending(holder => holder == CommunityId.Base).ThenBy(holder => holder.Value, StringComparer.Ordinal)];
    }
}
