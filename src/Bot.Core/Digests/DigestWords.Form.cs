namespace Bot.Core.Digests;

/// <content>What stands on the form on which digests are set up, and on the card that comes of it.</content>
internal static partial class DigestWords
{
    public const string FormTitle = "When digests come";
    public const string FormHeadline = "What changed is posted when you want it. When shall that be, and by whose clocks?";
    public const string FormDays = "On which days";
    public const string FormDaysHint = "daily, weekdays, weekends, or days as mon,thu";
    public const string FormAt = "At what time";
    public const string FormAtHint = "as 09:00 or 17:30, or hourly: at each full hour at which something is new";
    public const string FormZone = "By the clocks of which place";
    public const string FormZoneHint = "as Europe/Berlin or America/Chicago; left empty, the story\u2019s";
    public const string FormQuiet = "Hours in which nothing is posted";
    public const string FormQuietHint = "from when to when, as 22:00-07:00; left empty, none";
    public const string FormCorrections = "Also soon after a correction of substance?";
    public const string FormCorrectionsNo = "No, corrections wait for the next digest";
    public const string FormCorrectionsYes = "Yes, when its grace time is over";
    public const string Again = "Fill it in again";
    public const string Preview = "Preview";
    public const string TestPost = "Test post";
    public const string Change = "Change";
    public const string Remove = "Remove";
    public const string SetUpHere = "Set digests up here";
    public const string TestArrived = "A test post stands in the channel: digests can come there.";
    public const string TestUnsure = "Whether the test post arrived is not known: look into the channel.";
    public const string RemovedMeanwhile =
        "These digests were removed while the form was open. Nothing was set up: open the form again to do so.";

    public static string TellsWhatIsNew =>
        $"Each says what is new since the one before. Where nothing is new nothing is posted, and after {(int)DigestOf.Silence.TotalDays} days without a word one line says so.";

    public static string IsTest(string title, Timing timing) =>
        $"A test post: what changes in \u201C{title}\u201D comes here {TimingWords.Of(timing)}.";

    public static string ChangedMeanwhile(Timing timing) =>
        $"Somebody set these digests up otherwise while the form was open: they come {TimingWords.Of(timing)}. Nothing was changed: open the form again to do so.";

    /// <summary>What comes when, a sentence each.</summary>
    /// <param name="isFirst">Nothing was told there so far.</param>
    public static IEnumerable<string> WillHappen(Timing timing, bool isFirst)
    {
        yield return isFirst ? $"The first tells where the story stands. {TellsWhatIsNew}" : TellsWhatIsNew;
        if (timing.Quiet is { } quiet)
        {
            yield return $"From {TimingText.Of(quiet.From)} to {TimingText.Of(quiet.Until)} nothing is posted: what falls due then comes at {TimingText.Of(quiet.Until)}.";
        }

        if (timing.AfterCorrections)
        {
            yield return "One comes soon after something of substance was corrected, too, once there was time to undo it.";
        }
    }
}
