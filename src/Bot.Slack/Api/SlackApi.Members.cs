using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <content>People and groups of them, as far as what they may do turns on it (<see href="https://docs.slack.dev/reference/methods/users.info"/>).</content>
internal sealed partial class SlackApi
{
    private readonly Remembered<(CommunityId, UserId), Member> members = new(time);

    /// <summary>What Slack advises, and so many pages.</summary>
    private const int PageOfPeople = 200;

    private const int PagesOfPeople = 5;

    private readonly Remembered<(CommunityId, string), IReadOnlyList<UserId>> groups = new(time);
    private readonly Remembered<CommunityId, IReadOnlyList<NamedUser>> people = new(time);
    private readonly SingleFlight<CommunityId, IReadOnlyList<NamedUser>> listings = new(time);

    public Task<Outcome<Member>> Member(CommunityId workspace, UserId user, CancellationToken cancellation) =>
        members.Of(
            (workspace, user),
            async () =>
                (
                    await Ask(new Call("users.info", workspace).With("user", user.Value), AnswerJson.Default.UserAnswer, cancellation)
                ).Then<Member>(answer => new Outcome<Member>.Done(Judged(workspace, answer.User)))
        );

    public Task<Outcome<IReadOnlyList<NamedUser>>> People(CommunityId workspace, CancellationToken cancellation) =>
        listings.Of(workspace, over => people.Of(workspace, () => ListPeople(workspace, over)), cancellation);

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

    private async Task<Outcome<IReadOnlyList<NamedUser>>> ListPeople(CommunityId workspace, CancellationToken cancellation)
    {
        var (found, cursor) = (new List<NamedUser>(), default(string));
        for (var pages = 0; pages < PagesOfPeople; pages++)
        {
            var page = await Ask(
                new Call("users.list", workspace).With("limit", PageOfPeople.ToString(CultureInfo.InvariantCulture)).With("cursor", cursor),
                AnswerJson.Default.PeopleAnswer,
                cancellation
            );
            if (page is not Outcome<PeopleAnswer>.Done { Value: var read })
            {
                return page.Failed<IReadOnlyList<NamedUser>>();
            }

            found.AddRange(
                from user in read.Members
                where !Judged(workspace, user).IsOutsider && user.Called is not null
                select new NamedUser(new UserId(user.Id), user.Called!)
            );
            cursor = read.ResponseMetadata?.NextCursor;
            if (string.IsNullOrEmpty(cursor))
            {
                break;
            }
        }

        return new Outcome<IReadOnlyList<NamedUser>>.Done(found);
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
        )
        {
            Zone = user.Tz,
            Name = user.Called,
        };
}
