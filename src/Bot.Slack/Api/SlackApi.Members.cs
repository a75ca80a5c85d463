using System.Collections.Concurrent;
using Bot.Core.Communities;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <content>People, as far as what they may do turns on it (<see href="https://docs.slack.dev/reference/methods/users.info"/>).</content>
internal sealed partial class SlackApi
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(CommunityId, UserId), (Member Member, DateTimeOffset Until)> members = new();

    public async Task<Outcome<Member>> Member(CommunityId workspace, UserId user, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (members.TryGetValue((workspace, user), out var known) && now < known.Until)
        {
            return new Outcome<Member>.Done(known.Member);
        }

        var answered = await Ask(new Call("users.info", workspace).With("user", user.Value), AnswerJson.Default.UserAnswer, cancellation);
        return answered.Then<Member>(answer =>
        {
            var member = Judged(workspace, answer.User);
            if (members.Count >= MostRemembered)
            {
                members.Clear();
            }

            members[(workspace, user)] = (member, now + Remembered);
            return new Outcome<Member>.Done(member);
        });
    }

    /// <summary>Who is not of this workspace, or not wholly, decides nothing in it.</summary>
    private static Member Judged(CommunityId workspace, User user) =>
        new(
            IsAdmin: user.IsAdmin || user.IsOwner || user.IsPrimaryOwner,
            IsOutsider: user.Deleted
                || user.IsBot
                || user.IsAppUser
                || user.IsRestricted
                || user.IsUltraRestricted
                || user.IsStranger
                || user.TeamId != SlackCommunity.Team(workspace)
        );
}
