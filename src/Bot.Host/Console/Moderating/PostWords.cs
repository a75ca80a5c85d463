using System.Globalization;
using Bot.Core.Corrections;
using Bot.Core.Delivery;

namespace Bot.Host.Console.Moderating;

/// <summary>How far the correction of a post is, in a sentence.</summary>
internal static class PostWords
{
    public static string Of(PostRow row) =>
        row.Post switch
        {
            { Pending: not null, Wanted: Instruction.Stop } => "A moderator wants it left as it is.",
            { Pending: not null, Wanted: Instruction.SendNow } or { WasLeft: true, Wanted: Instruction.SendNow } => "It is corrected now.",
            { State: CorrectionState.Retrying } post => $"It did not work yet, and is tried again{At(row.Due ?? post.NextTry)}. {post.Why}",
            { Noting.Count: > 0 } => "It is corrected, and the note below it is on its way.",
            { Pending: not null } post =>
                $"It is corrected{At(row.Due)}{(post.Wanted == Instruction.Raise ? ", with a note below it" : "")}.",
            { State: CorrectionState.Corrected } => "It was corrected, and shows what it should.",
            { State: CorrectionState.NotNoted } post => $"It shows what it should, without a note below it. {post.Why}",
            { State: CorrectionState.CannotEdit } post => $"It cannot be edited. {post.Why}",
            { State: CorrectionState.Stopped } => "It was left as it is, since a moderator wanted that.",
            { Receipt: { State: PostState.Sending } } => "Nobody knows yet whether it arrived.",
            _ => "It is as it was posted.",
        };

    public static string Became(Instruction wanted, int posts) =>
        posts == 0
            ? "No post waits to be corrected by now, so nothing was done."
            : wanted switch
            {
                Instruction.SendNow => $"{Posts(posts)} corrected now.",
                Instruction.Stop => $"{Posts(posts)} left as {(posts == 1 ? "it is" : "they are")}.",
                _ => $"{Posts(posts)} corrected with a note below.",
            };

    private static string Posts(int count) => $"{Reading.Count(count, "post")} {(count == 1 ? "is" : "are")}";

    private static string At(DateTimeOffset? due) =>
        due is { } at && at > DateTimeOffset.UnixEpoch
            ? string.Create(CultureInfo.InvariantCulture, $" at {at.UtcDateTime:HH:mm} UTC on {at.UtcDateTime:d MMMM}")
            : " at once";
}
