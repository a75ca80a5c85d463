using System.Diagnostics;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Why something that moderators or members ask for is not done, and what would be.</summary>
internal static class QueueWords
{
    public const string ModeratorsOnly = "Only moderators change facts. What is wrong can be reported, from the menu of the message.";
    public const string LongReason = "That reason is too long: say it in a sentence or two.";
    public const string LongAnswer = "That is too long: one sentence, where it is from, and who says it.";
    public const string TakesTwo =
        "Retracting, confirming and erasing take a second moderator, and so does undoing one of these. Choose that by name, and somebody else is asked to approve it.";
    public const string NotByYourself =
        "You proposed this yourself: another moderator has to approve it. You can take it back by rejecting it.";
    public const string NotDue = "That is not due.";
    public const string SayWhyLifted =
        "You held this yourself: say in one sentence why it is given again, or let another moderator lift it.";
    public const string SayWhyNot = "Say in one sentence why not: whoever asked is told.";
    public const string NotGiven = "That fact is not given any more, so there is nothing to report. Ask again for what is.";
    public const string ReportedAlready = "You reported this already. You are told what becomes of it.";
    public const string ReportedByMany = "Many have reported this, and the moderators know.";
    public const string ReportsAreAnswered =
        "A report is answered by changing the fact, or by rejecting it with a sentence on why the fact stands.";
    public const string ContradictionsAreAnswered =
        "Which of the two is right is for you to say: change or hold one of them, or reject this and both are given.";
    public const string ItemChanged = "Somebody changed this meanwhile. Look at it again.";

    public static string EnoughReports(int open) => $"{open} reports of yours are open. Wait until one is answered, and report this then.";

    public static string ManyDrafts(int most) => $"{most} drafts are open here. Finish one, or give one up.";

    public static string NoSuchItem(ItemId item) => $"Nothing called {item} waits here.";

    public static string IsProposed(FactId fact, GraveAct act, ItemId item) =>
        $"That somebody should {Verb(act)} the fact '{fact}' is proposed already ({item}): another moderator can approve it.";

    public static string ProposedForAnother(FactId fact) =>
        $"The fact '{fact}' was changed since this was proposed, so it is not done. Reject it, look at the fact, and propose it again if it still holds.";

    public static string NothingToUndo(FactId fact) => $"Nothing was done to the fact '{fact}' here that could be undone.";

    public static string ChangedSince(FactId fact) => $"The fact '{fact}' was changed meanwhile, so nothing was undone. Look at it again.";

    public static string IsConfirmed(FactId fact) => $"The fact '{fact}' is confirmed already.";

    public static string NeverConfirmed(FactId fact) => $"The fact '{fact}' is not of a kind that can be confirmed.";

    public static string OneOrigin(FactId fact) =>
        $"The fact '{fact}' rests on one origin only. Add a source of another origin, or a document of record; then propose it again.";

    public static string CitesOnly(FactId fact) =>
        $"Adding a source changes nothing else of the fact '{fact}'. To change what it says, say what happened.";

    public static string Unborne(IReadOnlyList<string> fields) =>
        $"You changed {Names.Join(fields.Select(Field))}, and not the sentence that it rests on. Give the sentence that bears it out, or say that you looked at that one again.";

    public static string WasSettled(SettledItem item) =>
        $"That was decided on {DateWords.ShortMoment(item.At)}: {What(item.How)}. Nothing more was done now.";

    public static string Verb(GraveAct act) =>
        act switch
        {
            GraveAct.Retract => "retract",
            GraveAct.Confirm => "confirm",
            GraveAct.Erase => "erase",
            GraveAct.Undo => "undo the latest change of",
            _ => throw new UnreachableException(),
        };

    public static string What(Settling how) =>
        how switch
        {
            Settling.Approved => "it was approved and done",
            Settling.TookEffect => "its time was over, and it was done",
            Settling.Rejected => "it was rejected",
            Settling.TakenBack => "whoever proposed it took it back",
            Settling.Overtaken => "the fact was changed by other means",
            Settling.Acted => "the fact was changed",
            Settling.Stands => "the fact stands",
            Settling.Added => "it was added",
            Settling.Dropped => "it was given up",
            Settling.BothStand => "both are given",
            _ => throw new UnreachableException(),
        };

    private static string Field(string name) =>
        name switch
        {
            "says" => "the wording",
            "quote" => "the quotation",
            "figure" => "the number",
            "on" or "said-on" => "the date",
            "speaker" => "who says it",
            "actor" => "who acts",
            _ => $"the {name}",
        };
}
