using Bot.Core.Communities;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <content>People and groups of them, as far as what they may do turns on it (<see href="https://docs.slack.dev/reference/methods/users.info"/>).</content>
internal sealed partial class SlackApi
{
    private readonly Remembered<(CommunityId, UserId), Member> members = new(time);
    private readonly Remembered<(CommunityId, string), IReadOnlyList<UserId>> groups = new(time);

    public Task<Outcome<Member>> Member(CommunityId workspace, UserId user, CancellationToken cancellation) =>
        members.Of(
            (workspace, user),
            async () =>
                (
                    await Ask(new Call("users.info", workspace).With("user", user.Value), AnswerJson.Default.UserAnswer, cancellation)
                ).Then<Member>(answer => new Outcome<Member>.Done(Judged(workspace, answer.User)))
        );

    public Task<Outcome<IReadOnlyList<UserId>>> Group(CommunityId workspace, string group, CancellationToken cancellation) =>
        groups.Of(
            (workspace, group),
            async () =>
                (
                    await Ask(
                        new Call("usergroups.users.list", workspace).With("usergroup", group),
                        AnswerJson.Default.GroupAnswer,
                        cancellation
                    )
                ).Then<IReadOnlyList<UserId>>(answer => new Outcome<IReadOnlyList<UserId>>.Done([
                    .. answer.Users.Select(user => new UserId(user)),
                ]))
        );

    public async Task<Outcome<IReadOnlyList<UserGroup>>> Groups(CommunityId workspace, CancellationToken cancellation) =>
        (await Ask(new Call("usergroups.list", workspace), AnswerJson.Default.GroupsAnswer, cancellation)).Then<IReadOnlyList<UserGroup>>(
            answer => new Outcome<IReadOnlyList<UserGroup>>.Done(answer.Usergroups)
        );

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
        )
        {
            Zone = user.Tz,
            Name = user.Called,
        };
}
