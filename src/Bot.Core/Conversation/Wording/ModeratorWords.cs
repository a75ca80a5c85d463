using Bot.Core.Conversation.Forms;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Wording;

/// <summary>The sentences, labels and buttons of moderators, each once.</summary>
internal static class ModeratorWords
{
    public const string AddTitle = "Add a fact";
    public const string AddHeadline = "Three answers; what can be told from them is proposed, and you look at it before anything is added.";
    public const string AddSentence = "What is said, in one sentence";
    public const string AddSentenceHint = "As the source has it, best word for word.";
    public const string AddFrom = "Where it is from";
    public const string AddFromHint = "A link, or a source of the story by name. A link is written down, not read.";
    public const string AddSpeaker = "Who says it";
    public const string AddSpeakerHint = "A person or organisation, known here or new. Empty: the source itself.";

    public const string SettleTitle = "Settle one thing";
    public const string SettleHeadline = "What is it?";
    public const string Speaker = "Who says it";
    public const string Kind = "Kind";
    public const string Status = "Status";
    public const string Date = "When it happened";
    public const string Actors = "Who acts";
    public const string DateHint = "2025-09-25, 2025-09, 2025; ../2025-09-25: by then. Empty: not given.";
    public const string DayHint = "A day, as 2025-09-25.";
    public const string ActorsHint = "Names of this story, with commas between. Empty: nobody.";
    public const string Guessed = " (a guess)";
    public const string NotGiven = "not given";
    public const string Nobody = "nobody named";
    public const string TheSource = "the source itself";
    public const string AddIt = "Add it";
    public const string GiveUp = "Give it up";

    public const string MovedOnTitle = "It has moved on";
    public const string WrongTitle = "We were wrong";
    public const string SourceTitle = "Another source";
    public const string WhatHappened = "What happened?";
    public const string WhatIsSoNow = "What is so now, in one sentence";
    public const string SinceWhen = "Since when";
    public const string WhatIsRight = "What is right";
    public const string WhatIsRightHint = "Empty: nothing is known that would be right, and the fact ends.";
    public const string Number = "The number";
    public const string SourceSentence = "The sentence it rests on";
    public const string LookedAgainQuestion = "Does that sentence bear it out as it is now?";
    public const string LookedAgainNo = "I changed the sentence, or only little things";
    public const string LookedAgainYes = "Yes: I looked at it again";
    public const string Reason = "Why, in one sentence: readers are told";
    public const string OtherSentence = "What that source says, in one sentence";
    public const string OtherSentenceHint = "Word for word, if you can.";
    public const string TakenBackOn = "When it was taken back";
    public const string Cited = "Another source bears it out.";
    public const string LookedAgain = "Looked at again.";
    public const string Undone = "Undone.";
    public const string HoldIt = "Hold it";
    public const string HoldMeanwhile = "Hold it meanwhile";
    public const string CallOff = "Call it off";

    public const string WouldUndo = "This would be undone:";
    public const string WouldCallOff = "This is still to take effect; undoing calls it off:";
    public const string GivenThen = "Given after that";
    public const string HeldThen = "Nothing: it is held.";
    public const string NothingThen = "Nothing of this fact.";
    public const string TakesTwoToo = "What took two moderators takes two to undo: another one is asked to approve it.";
    public const string UndoIt = "Undo it";
    public const string UndoLatest = "Undo";
    public const string NothingDone = "Nothing was done to this fact since it was first given.";

    public const string YouProposed = "You proposed this, so it is not you who approves it.";
    public const string Approve = "Approve";
    public const string Reject = "Reject";
    public const string RejectTitle = "Why not?";
    public const string WhyNot = "Why not, in one sentence";
    public const string WhyNotHint = "Whoever asked is told. You may leave it empty for what you proposed yourself.";
    public const string SayWhat = "Say what happened";
    public const string ItStands = "It stands";
    public const string Moved = "The shared facts moved under what is given here. What is given here stays until somebody decides.";
    public const string ToMerge = "To give something of both, say what happened, then keep yours.";
    public const string TakeTheirs = "Take the shared one";
    public const string KeepOurs = "Keep ours";
    public const string ChangeFirst = "Change the first";
    public const string ChangeSecond = "Change the second";
    public const string BothStand = "Both stand";

    public const string WhichFact = "Which fact? Choose one, or type more of its words.";
    public const string NoSuchFact = "No fact has all these words. Choose one, or type others.";
    public const string NoFacts = "There is no fact here yet.";

    public const string ReportTitle = "Report as wrong";
    public const string ReportWhat = "Choose what is wrong: open the menu of the message that says it, or name the fact.";
    public const string WhatIsWrong = "What is wrong with it?";
    public const string WhatIsWrongHint = "In a sentence or two; with a link, if you have one.";
    public const string WhichIsWrong = "Which of this is wrong?";
    public const string NotMyPost =
        "That is no message of mine that I could correct. Choose one in which I gave facts for everybody to see.";
    public const string ThankYou =
        "Thank you: the moderators see it. You are told what becomes of it, and then it is forgotten that it was you.";

    public const string OnlyModerators = "That is for moderators.";
    public const string NotModerating = "You do not moderate here.";
    public const string UnknownStanding = "It is not known whether you moderate here, so nothing is done.";
    public const string Moderating =
        "You moderate here. What retracts, confirms or erases a fact still takes a second moderator, who is not you.";
    public const string NobodyModeratesHere = "Nobody moderates here: these are the facts that all share.";
    public const string DoneBefore = "Done when it first arrived. ";

    public const string OpenTheDesk = "Open the desk of moderators";
    public const string NoAddress =
        "This service has no address at which you could open it, so there is no link. Whoever runs it sets `Public:BaseUrl`.";

    public static string YourLink(TimeSpan within) =>
        $"This link is for you alone. It signs in one browser, once, within {within.TotalMinutes:0} minutes: do not pass it on.";

    /// <param name="most">So many characters have room.</param>
    public static string NoRoom(int most) =>
        $"What you gave beside the fact is too long for a button, which goes without it. Give it again with the command, in at most {most} characters.";

    public static string Held(string says) => $"Held, and not given: {says}";

    public static string Draft(string sentence) => $"Not added yet: \u201C{Cutting.Shorten(sentence, 600)}\u201D";

    public static string DraftFoot(ItemId item, Naming naming) =>
        $"It is kept until it is added or given up, and anybody who moderates can go on with it: {naming.Of($"fact add draft:{item}")}.";

    public static string NewSpeaker(string name, EntityKind kind) => $"{Cutting.Shorten(name, 40)} (new {Vocabulary.Word(kind)})";

    public static string AlsoCalled(string known, string typed) => $"{known}, whom you called {Cutting.Shorten(typed, 40)}";

    public static string NameKept(string known, string name) =>
        $"{Names.Capital(known)} is found by \u201C{Cutting.Shorten(name, 40)}\u201D too from now on.";

    public static string QuotedFrom(string source) => $"{source}, which has the sentence word for word";

    public static string NotedFrom(string source) => $"{source}, as your note";

    public static string NewPage(string page) => $"{page} (new; written down, not read)";

    public static string NewSource(string source) => $"{Cutting.Shorten(source, 80)} (new)";

    public static string NoDay(string text) => $"\u201C{Cutting.Shorten(text, 40)}\u201D is no day: write it as 2025-09-25.";

    public static string WhatWasDone(int count) => $"{(count == 1 ? "One change" : $"{count} changes")} of this fact, the newest first.";

    public static string Waiting(int count) =>
        count switch
        {
            0 => "Nothing waits.",
            1 => "One thing waits for moderators.",
            _ => $"{count} things wait for moderators.",
        };

    public static string Proposed(QueueItem.Proposal item) =>
        $"A moderator wants to {QueueWords.Verb(item.Proposed.Act)} this fact."
        + (
            item.Proposed.Due is { } due
                ? $" It takes effect at {DateWords.TimeOfDay(due)} unless somebody calls it off."
                : " It takes another one to approve it."
        );

    public static string Reported(int count) => $"{Names.Capital(QueueLines.Members(count))} said that this is wrong.";

    public static string Says(string words) => $"\u201C{words}\u201D";

    public static string Because(string reason) => $"Why: {reason}";

    public static string Ours(string? says) => $"Given here: {says ?? "nothing"}";

    public static string TheirsBefore(string? says) => $"Shared when it was changed here: {says ?? "nothing"}";

    public static string TheirsNow(string? says) => $"Shared now: {says ?? "nothing"}";

    public static string Contradiction(ContestedSlot slot) =>
        $"These two give another {(slot == ContestedSlot.Number ? "number" : "day")} for the same thing. Both are given until somebody changes one.";

    public static string ReportersHear(int count) =>
        $"{Names.Capital(QueueLines.Members(count))} who reported it {(count == 1 ? "hears" : "hear")} of it.";

    public static string Recorded(long first, long last) =>
        first == last ? $"Change {first} of the record." : $"Changes {first} to {last} of the record.";

    public static string SeeQueue(Naming naming) =>
        $"{naming.Of("fact queue")} shows what waits, {naming.Of("fact history")} what was done to a fact.";

    public static string SeeDenied(Naming naming) => $"{naming.Of("why about:denied")} says what you may do here.";

    public static Refusal NoSuchItem(Naming naming) =>
        new() { Headline = $"Say what is meant by its name in the queue: {naming.Of("fact queue")} lists what waits." };

    public static IReadOnlyList<string> Rights(Naming naming) =>
        [
            $"Everybody asks ({naming.Of("ask")}), and reports what is wrong ({naming.Of("report")}).",
            $"Moderators add, change and hold facts, and decide about reports ({naming.Of("help moderating")}).",
            "To retract, confirm or erase a fact takes two moderators; whoever proposes it does not approve it.",
            $"Who manages the server or workspace says which story is followed, who moderates, and who stands in for a second moderator ({naming.Of("settings")}).",
        ];

    public static string ReasonTitle(FormKind kind) =>
        kind switch
        {
            FormKind.TookBack => "Its source took it back",
            FormKind.Contested => "Others contest it",
            FormKind.Confirm => "Confirm it",
            _ => "Erase it for good",
        };

    public static string ReasonLabel(FormKind kind) =>
        kind switch
        {
            FormKind.Contested => "Who contests it, and how",
            _ => Reason,
        };
}
