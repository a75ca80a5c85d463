using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary><c>/why about:denied</c>: what somebody may do where they ask, and what more would take.</summary>
internal static class Denials
{
    public static Reply Of(ModeratorRoom room) =>
        room.Caller.Community == CommunityId.Base
            ? Generally(room.Naming)
            : new Notice
            {
                Headline = room.Caller.Standing switch
                {
                    Standing.Member member => $"{ModeratorWords.NotModerating} {member.Why}",
                    Standing.Unknown unknown => $"{ModeratorWords.UnknownStanding} {unknown.Why}",
                    Standing.StandIn standIn => $"{StandInWords.StandsIn(standIn.Until)} {StandInWords.NotTheirs}",
                    _ => ModeratorWords.Moderating,
                },
                Parts = [.. ModeratorWords.Rights(room.Naming).Select(right => new Line(right))],
            };

    /// <summary>Where nobody moderates.</summary>
    public static Notice Generally(Naming naming) =>
        new()
        {
            Headline = ModeratorWords.NobodyModeratesHere,
            Parts = [.. ModeratorWords.Rights(naming).Select(right => new Line(right))],
        };

    /// <summary>To whoever may not do what they asked for.</summary>
    public static Refusal Refusal(Standing standing, Naming naming) =>
        new()
        {
            Headline = standing switch
            {
                Standing.Member member => $"{ModeratorWords.OnlyModerators} {member.Why}",
                Standing.Unknown unknown => $"{ModeratorWords.UnknownStanding} {unknown.Why}",
                Standing.StandIn standIn =>
                    $"{ModeratorWords.OnlyModerators} {StandInWords.StandsIn(standIn.Until)} {StandInWords.NotTheirs}",
                _ => ModeratorWords.OnlyModerators,
            },
            Parts = [new Hint(ModeratorWords.SeeDenied(naming))],
        };
}
