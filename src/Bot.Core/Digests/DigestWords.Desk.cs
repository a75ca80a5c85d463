using System.Diagnostics;
using Bot.Core.Conversation.Wording;

namespace Bot.Core.Digests;

/// <content>What is said to moderators.</content>
internal static partial class DigestWords
{
    public const string Next = "next";
    public const string NextIfNew = "next, if something is new";
    public const string NoneHere = "There are no digests here.";
    public const string HowToBegin = "Type /digest schedule in the channel where they shall come, and a form asks when.";
    public const string Manage =
        "/digest schedule, preview, test, now, pause, resume and remove take the name before the colon. /why about:digest explains what the next one would say.";
    public const string NoneYet = "None fell due so far.";
    public const string NowPaused = "The digests are paused. /digest resume goes on; what happens meanwhile is told then.";
    public const string GoesOn = "The digests go on. What happened meanwhile stands in the next one.";
    public const string Runs = "These digests are not paused.";
    public const string Removed = "No more digests come. What was posted stays, and is corrected where it has to be.";
    public const string IsGone = "These digests were removed meanwhile: nothing was posted.";
    public const string Stages = "How far it is";
    public const string ItemByItem = "What is new, and whether it is told";
    public const string NoItems = "Nothing happened since the last digest, so there is nothing to tell.";
    public const string FirstOne = "The first digest tells where the story stands, and not all that ever happened.";

    public static string ComeHere(string title, Timing timing) =>
        $"What changes in \u201C{title}\u201D will be posted here {TimingWords.Of(timing)}.";

    public static string NotPostedThere(string why) => $"Nothing was set up, since nothing can be posted here. {why}";

    public static string TestRefused(string why) => $"Nothing can be posted there. {why}";

    public static string TooMany(int most) => $"There are {most} digests here already. Remove one with /digest remove, then try again.";

    public static string SetUp(Schedule schedule, bool isNew, bool isHere, bool isSure) =>
        $"{(isNew ? "Done" : "Changed")}: digests come {(isHere ? "here " : "")}{TimingWords.Of(schedule.Timing)}. "
        + (
            isSure
                ? "A post in the channel shows that it works."
                : "Whether the post that tries it out arrived is not known: look into the channel."
        );

    public static string Listed(IReadOnlyList<Schedule> all) =>
        all.Count == 1 ? "One digest is set up here." : $"{all.Count} digests are set up here.";

    public static string WhichOne(IReadOnlyList<Schedule> all, string? typed) =>
        all.Count == 0 ? $"{NoneHere} {HowToBegin}"
        : typed is { Length: > 0 }
            ? $"No digest here has that name. There are {Names.Join(all.Select(known => known.Id.Value))}: /digest list shows them."
        : $"There are several digests here, and none in this channel. Add which: and a name, of {Names.Join(all.Select(known => known.Id.Value))}.";

    public static string PausedBy(string? reason) => $"A moderator paused them.{(reason is { Length: > 0 } why ? $" Reason: {why}" : "")}";

    public static string IsPaused(Pause pause) => $"Paused since {Day(pause.At)}. {pause.Reason} /digest resume goes on.";

    public static string IsFailing(Failing failing, TimeSpan pauseAfter) =>
        $"Nothing could be posted since {Day(failing.Since)}. {failing.Why} It is tried again, and paused after {(int)pauseAfter.TotalDays} days.";

    public static string Frozen(DateTimeOffset restored) =>
        $"The store was put back to a backup on {Day(restored)}: nothing is posted until whoever runs the service says `resume`.";

    public static string NothingSince(DateTime? local) =>
        local is { } last ? $"Nothing is new since the digest of {Moment(last)}: none would be posted." : NothingNew;

    public static string WhyHeadline(int items) =>
        $"{(items == 0 ? "Nothing is" : items == 1 ? "One thing is" : $"{items} things are")} new since the last digest. Below: how far it is, then each of them.";

    /// <summary>One item of what is new, and what is done with it.</summary>
    public static string Why(NewsItem item) =>
        item switch
        {
            NewsItem.Shown shown =>
                $"{shown.Fact}: told under \u201C{Heading(shown.Group)}\u201D{(shown.Mark is { } mark ? $", {mark}" : "")}.",
            NewsItem.Gone gone => $"{gone.Fact}: that it is not given any more is told under \u201C{Heading(NewsGroup.Corrected)}\u201D.",
            NewsItem.LeftOut left => $"{left.Fact}: not told, since {left.Why}.",
            _ => throw new UnreachableException(),
        };

    /// <summary>What became of the last one.</summary>
    public static string Last(Slot slot) => $"{Moment(slot.Key.Local)}: {Became(slot)}";

    public static string Became(Slot slot)
    {
        var why = slot.Why is { } reason ? $" {reason}" : "";
        return slot.State switch
        {
            SlotState.Sent => $"It was posted.{why}",
            SlotState.Quiet => NothingNew,
            SlotState.Skipped => $"It was not posted.{why}",
            SlotState.Unknown => $"Nobody knows whether it arrived.{why}",
            SlotState.Failing => $"It could not be posted so far, and is tried again.{why}",
            _ => $"It is about to be posted.{why}",
        };
    }

    private static string Day(DateTimeOffset at) => DateWords.Day(DateOnly.FromDateTime(at.UtcDateTime));
}
