using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>Asks for a change in somebody's name, and says what became of it.</summary>
/// <param name="after">The room as it is when the change was made.</param>
internal sealed class Asking(ModeratorRoom room, CommandId delivery, Changes changes, IPeople people, Func<ModeratorRoom> after)
{
    /// <summary>Asked for once the platform has been told that an answer comes.</summary>
    /// <param name="revision">The state that was looked at; null: whatever it is.</param>
    /// <param name="say">What is said where it was done; null: what is always said.</param>
    public Handling Later(
        Change change,
        string? reason = null,
        int? revision = null,
        Func<ModeratorRoom, ChangeOutcome.Done, Reply>? say = null
    ) => new Handling.Later(async cancellation => await Make(change, reason, revision, say, cancellation), Decides: true);

    private async Task<Reply> Make(
        Change change,
        string? reason,
        int? revision,
        Func<ModeratorRoom, ChangeOutcome.Done, Reply>? say,
        CancellationToken cancellation
    )
    {
        var outcome = await changes.Make(
            new ChangeRequest
            {
                Community = room.Caller.Community,
                Story = room.Story.Story.Slug,
                By = await people.Key(room.Caller.Community, room.Caller.User, cancellation),
                Role = room.Caller.Standing switch
                {
                    Standing.Moderator => Role.Moderator,
                    Standing.StandIn => Role.StandIn,
                    _ => Role.Member,
                },
                Command = delivery,
                Reason = reason ?? "",
                Change = change,
                Revision = revision,
            },
            cancellation
        );
        return outcome switch
        {
            ChangeOutcome.Refused refused => Outcomes.Refused(refused, room.Naming),
            ChangeOutcome.Done done => (say ?? Outcomes.Done)(after(), done),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
