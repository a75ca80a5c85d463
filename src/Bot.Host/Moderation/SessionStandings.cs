using System.Collections.Concurrent;
using Bot.Core.Communities;
using Bot.Core.Moderation;

namespace Bot.Host.Moderation;

/// <summary>What somebody who was signed in is by now, as their platform tells: whatever changes something asks there, and pages are read by what it told within a minute. What Slack told is remembered for some minutes there, as for chat.</summary>
internal sealed class SessionStandings(IEnumerable<IModerators> platforms, TimeProvider time)
{
    private const int Most = 1_000;

    private static readonly Standing Untold = new Standing.Unknown(
        "The service has no token for the platform that you come from, so that it cannot ask."
    );
    private static readonly Standing Late = new Standing.Unknown("The platform that you come from did not answer in time.");
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>Somebody waits for a page.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(CommunityId, UserId), DateTimeOffset> moderated = new();

    public async ValueTask<Standing> Of(CommunityId community, UserId user, bool anew, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (community == CommunityId.Local || (!anew && moderated.TryGetValue((community, user), out var at) && now < at + Kept))
        {
            return new Standing.Moderator();
        }

        var told = await Told(community, user, cancellation);
        if (told is Standing.Moderator)
        {
            moderated.Where(pair => pair.Value + Kept <= now).ToList().ForEach(old => moderated.TryRemove(old));
            if (moderated.Count >= Most)
            {
                moderated.Clear();
            }

            moderated[(community, user)] = now;
        }
        else
        {
            moderated.TryRemove((community, user), out _);
        }

        return told;
    }

    private async ValueTask<Standing> Told(CommunityId community, UserId user, CancellationToken cancellation)
    {
        if (platforms.FirstOrDefault(each => each.Serves(community)) is not { } platform)
        {
            return Untold;
        }

        using var over = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            return await platform.Ask(community, user, either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return Late;
        }
    }
}
