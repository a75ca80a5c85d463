using Bot.Core.Communities;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Who stands in for a second moderator who is away, looked at each time: it ends by itself, and with whoever is forgotten.</summary>
public sealed class StandingIn(Shelf shelf, IPeople people, TimeProvider time)
{
    /// <summary>What somebody is there: who moderates anyway, and who is not known to be of the community, stays what the platform told.</summary>
    /// <param name="told">By the platform.</param>
    public async ValueTask<Standing> Of(Standing told, CommunityId community, UserId user, CancellationToken cancellation)
    {
        if (told is not Standing.Member member || shelf.Settings(community).StandIns is not { } named)
        {
            return told;
        }

        var users = await people.Users(community, named.People, cancellation);
        return !users.Contains(user) ? told
            : named.IsOver(time.GetUtcNow()) ? new Standing.Member($"{StandInWords.WasOver(named.Until)} {member.Why}")
            : new Standing.StandIn(named.Until);
    }

    /// <summary>Those who do now, as the platform names them; null for nobody.</summary>
    public async ValueTask<(IReadOnlyList<UserId> Users, DateTimeOffset Until)?> Now(
        CommunityId community,
        CancellationToken cancellation
    ) =>
        shelf.Settings(community).StandIns is { } named
        && !named.IsOver(time.GetUtcNow())
        && await people.Users(community, named.People, cancellation) is { Count: > 0 } users
            ? (users, named.Until)
            : null;
}
