using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Corrections;

/// <summary>The sentences by which what was posted is corrected, each once. A statement that was withdrawn is not repeated in any.</summary>
internal static class CorrectionWords
{
    public const string NothingLeft = "What stood here is not given any more.";
    public const string AllBeingChecked = "What stood here is being checked, and is not given meanwhile.";

    public const string Corrected = "Correction of what is said above.";
    public const string IsBeingChecked = "What is said above is being checked.";
    public const string Stands = "What was being checked is given again.";
    public const string WhatIsRight = "What is right";
    public const string OfNote = "What this note tells, as it stands now.";

    public const string NotArrived =
        "Nobody knows whether it arrived, so there is no message to edit: look into the channel, and remove it by hand if it is there.";

    public static string Said(string statement) => $"What we said: {statement}";

    public static string NotRepeated(string why) => $"What we said is not repeated here: {why}.";

    public static string NothingInstead(bool isChecked) =>
        isChecked
            ? "What is right: that is being looked into, and nothing is given until then."
            : "What is right: we have nothing that takes its place.";

    /// <param name="reason">In the words of whoever changed it; may be empty.</param>
    public static string When(DateTimeOffset at, string reason) =>
        $"When: {DateWords.Moment(at)}.{(reason.Length > 0 ? $" Reason given: {reason}" : "")}";

    /// <summary>Why a fact is not given, as the end of a sentence about it.</summary>
    public static string Why(Ending? ended, bool isChecked) =>
        isChecked ? "it is being checked, and is not given meanwhile"
        : ended is null ? "it is not given any more"
        : ended.How switch
        {
            EndingKind.Superseded => $"it was so until {Day(ended.On)}, and has moved on",
            EndingKind.Corrected => "it was wrong",
            EndingKind.Retracted => "its source took it back",
            EndingKind.Expired => $"it held until {Day(ended.On)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string Missing(int count, string why) =>
        count == 1 ? $"A statement that stood here is left out: {why}." : $"{count} statements that stood here are left out: {why}.";

    public static string Foot(Tier tier, DateTimeOffset at) =>
        tier == Tier.Wording ? $"Reworded on {DateWords.Moment(at)}." : $"Corrected on {DateWords.Moment(at)}.";

    public static string NotTried(string why) => $"It was tried many times, and did not work. {why}";

    public const string NoteLost = "The post is corrected, and nobody knows whether the note below it arrived: look into the channel.";

    public static string NoteRefused(string why) => $"The post is corrected, and there is no note below it. {why}";

    private static string Day(DateOnly day) => Conversation.Wording.DateWords.Day(day);
}
