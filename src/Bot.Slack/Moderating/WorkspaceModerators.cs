using Bot.Core.Communities;
using Bot.Core.Moderation;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Wire;

namespace Bot.Slack.Moderating;

/// <summary>
/// Who moderates a workspace's facts: its admins and owners, and beside them who was chosen, by name or in a user group. Who is none of these may stand in for a second moderator. Who is not of the workspace, or not wholly, never does.
/// Asked of Slack each time, which it remembers for some minutes.
/// </summary>
/// <param name="api">Null where the service has no token.</param>
internal sealed class WorkspaceModerators(ChosenModerators moderators, StandingIn standingIn, SlackNames names, ISlackApi? api = null)
    : IModerators
{
    public bool Serves(CommunityId community) => SlackCommunity.Team(community) is not null;

    public async ValueTask<Standing> Ask(CommunityId community, UserId user, CancellationToken cancellation) =>
        (await Of(new Asker(community, user, Channel: null), cancellation)).Standing;

    public async Task<Caller> Of(Asker asker, CancellationToken cancellation) =>
        new(asker.Community, asker.User, api is null ? new Standing.Unknown(Admins.NoToken) : await Standing(api, asker, cancellation));

    /// <summary>The time zone that somebody chose; null where Slack does not say.</summary>
    public async Task<string?> Zone(Asker asker, CancellationToken cancellation) =>
        api is not null && await api.Member(asker.Community, asker.User, cancellation) is Outcome<Member>.Done { Value.Zone: var zone }
            ? zone
            : null;

    /// <summary>Whoever asks for what anybody may, so that Slack is not asked what they are there.</summary>
    public static Caller Anybody(Asker asker) => new(asker.Community, asker.User, new Standing.Unknown(StandingWords.NotAsked));

    private async Task<Standing> Standing(ISlackApi api, Asker asker, CancellationToken cancellation) =>
        await api.Member(asker.Community, asker.User, cancellation) switch
        {
            Outcome<Member>.NotDone { Why: var why } => new Standing.Unknown(why.Sentence),
            Outcome<Member>.Done { Value.IsOutsider: true } => new Standing.Member(StandingWords.NotOfWorkspace),
            Outcome<Member>.Done { Value.IsAdmin: true } => new Standing.Moderator(),
            _ => await IfChosen(api, await moderators.Of(asker.Community, cancellation), asker, cancellation),
        };

    /// <summary>A group that is gone has nobody.</summary>
    private async Task<Standing> IfChosen(ISlackApi api, Chosen chosen, Asker asker, CancellationToken cancellation)
    {
        if (chosen.People.Contains(asker.User))
        {
            return new Standing.Moderator();
        }

        // All at once: what opens a window lives three seconds.
        Standing? unknown = null;
        await foreach (var group in Task.WhenEach(chosen.Groups.Select(group => api.Group(asker.Community, group, cancellation))))
        {
            switch (await group)
            {
                case Outcome<IReadOnlyList<UserId>>.Done { Value: var people } when people.Contains(asker.User):
                    return new Standing.Moderator();
                case Outcome<IReadOnlyList<UserId>>.NotDone { Why: var why } when !IsGone(why):
                    unknown = new Standing.Unknown(why.Sentence);
                    break;
            }
        }

        var settings = names.Typed.Of("settings");
        return unknown
            ?? await standingIn.Of(
                new Standing.Member(
                    chosen is { People: [], Groups: [] } ? StandingWords.NeedsAdmin(settings) : StandingWords.NeedsChoice(settings)
                ),
                asker.Community,
                asker.User,
                cancellation
            );
    }

    private static bool IsGone(Failure why) => why is Failure.Refused { Code: var code } && ErrorTable.Class(code) == ErrorClass.Gone;
}

/// <summary>What it takes to moderate, a sentence each.</summary>
internal static class StandingWords
{
    public const string NotTold = "Slack did not say what this belongs to. Try again; if it stays so, tell whoever runs this service.";
    public const string NotAsked = "Slack was not asked, for this is open to anybody.";
    public const string NotOfWorkspace = "Guests of this workspace and people of other ones do not moderate here.";

    /// <param name="settings">As the command is called.</param>
    public static string NeedsAdmin(string settings) =>
        $"Here it takes an admin or owner of this workspace, or to be chosen by one of them in {settings}.";

    /// <inheritdoc cref="NeedsAdmin"/>
    public static string NeedsChoice(string settings) =>
        $"Here it takes to be one of those who were chosen in {settings}, or an admin or owner of this workspace.";
}
