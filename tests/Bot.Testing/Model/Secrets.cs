using Bot.Core.Communities;
using Bot.Core.Journal;

namespace Bot.Testing.Model;

/// <summary>Looks for text where it must not be: what was erased anywhere, and what is one community's in another.</summary>
internal static class Secrets
{
    public static async Task<string?> Left(
        IJournal journal,
        Shelf shelf,
        ModelBase shared,
        IReadOnlyDictionary<string, ModelCommunity> communities
    )
    {
        var events = new List<(CommunityId Community, string Text)>();
        await foreach (var envelope in journal.Read(0, CancellationToken.None))
        {
            events.Add((envelope.Community, Told.Of(envelope)));
        }

        var texts = communities.Keys.ToDictionary(name => name, name => Told.Of(shelf, new CommunityId(name)), StringComparer.Ordinal);
        foreach (var (name, story, marker) in Erased(communities))
        {
            if (events.Find(e => e.Text.Contains(marker, StringComparison.Ordinal)) is { Text: { } left })
            {
                return $"What was erased in {name} {story} is in the journal: {left}";
            }

            if (texts[name].Contains(marker, StringComparison.Ordinal))
            {
                return $"What was erased in {name} {story} is in memory: {Around(texts[name], marker)}";
            }
        }

        foreach (var marker in shared.Erased.SelectMany(fact => new[] { $"zb{fact}v", $"zw{fact}v" }))
        {
            if (
                events.Find(e => e.Community == CommunityId.Base && e.Text.Contains(marker, StringComparison.Ordinal)) is { Text: { } left }
            )
            {
                return $"What was erased in the base is in the journal: {left}";
            }
        }

        foreach (var (name, text) in texts)
        {
            foreach (
                var other in communities
                    .Keys.Where(other => other != name)
                    .SelectMany(other => Steps.Stories.Select(s => Request.Owner(other, s)))
            )
            {
                var marker = MadeDrafts.Marker(other, "");
                marker = marker[..^1];
                if (text.Contains(marker, StringComparison.Ordinal))
                {
                    return $"What is of {other} is in {name}: {Around(text, marker)}";
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, string Story, string Marker)> Erased(
        IReadOnlyDictionary<string, ModelCommunity> communities
    ) =>
        from community in communities
        from story in community.Value.Stories
        from fact in story.Value.Erased
        from end in story.Value.TagsOf(fact).Select(tag => tag[1..]).Append("v").Append("r")
        select (community.Key, story.Key, MadeDrafts.Marker(Request.Owner(community.Key, story.Key), fact) + end);

    private static string Around(string text, string marker)
    {
        var at = text.IndexOf(marker, StringComparison.Ordinal);
        return text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)];
    }
}
