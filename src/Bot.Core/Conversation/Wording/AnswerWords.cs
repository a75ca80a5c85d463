using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Wording;

/// <summary>The sentences that answers are made with, each once.</summary>
internal static class AnswerWords
{
    /// <summary>A question above its answer is shown with so many characters.</summary>
    private const int LongestAsked = 100;

    public const string Unreadable =
        "I could not find a question in that. Ask in plain words, for example what happened, or who responded.";
    public const string NotOursToSay = "That is a judgement, and I do not judge or take sides: I only give what the sources say.";
    public const string AboutUs =
        "I answer from facts that people have checked, each with who says it, how it stands, its date and the sentence it rests on. Where accounts differ I show "
        + "both and decide nothing; what our sources do not say I do not say. Ask what happened, who responded, or what is not known.";
    public const string AccountsDiffer = "Accounts differ. I show them as the sources give them and do not decide.";
    public const string Withdrawn = "What would have answered this was withdrawn. It is not repeated here.";
    public const string NearestHint = "The nearest our sources have:";
    public const string NearestHeading = "What comes near";
    public const string PassageNear = "No sentence of ours says that in so many words. The nearest:";
    public const string PassageHint = "A sentence of the document, not a reviewed fact.";
    public const string StorySoFar = "The story so far.";
    public const string NotSaid = "Our sources do not say that in so many words. The nearest they have:";
    public const string WhatTheySay = "What our sources say:";
    public const string NoContent = "Our sources do not say.";
    public const string NothingConfirmed = "Nothing here is confirmed by two independent origins or a document of record.";
    public const string SeveralAsked =
        "You asked several things at once, and this may not answer each of them. Ask the others by themselves.";
    public const string InOrder = "In order of date.";
    public const string NotADenial = "Declining to comment is not a denial.";
    public const string NoDenial = "No denial is in our sources.";
    public const string SequenceOnly = "What came before is sequence, not a stated cause.";

    public static string NotNamed(IReadOnlyList<string> words) =>
        $"Our sources do not mention {string.Join(" or ", words.Take(3).Select(word => $"\u201C{Plain(word)}\u201D"))}.";

    public static string NothingNear(AbstentionReason reason, string title) =>
        reason == AbstentionReason.OutsideStory
            ? $"That is outside this story ({title}), as far as I can tell."
            : "The story does not say.";

    public static string SlotMissing(Slot slot) =>
        slot switch
        {
            Slot.Date => "Our sources do not give the date of that.",
            Slot.Number => "Our sources give no number for that.",
            Slot.Place => "Our sources do not say where.",
            Slot.Name => "Our sources give no name for that.",
            Slot.Manner => "Our sources do not say how.",
            _ => "Our sources give no cause for that in so many words.",
        };

    public static string NoLonger(Fact fact) =>
        fact.Ended is { How: EndingKind.Superseded, On: var day }
            ? $"That was so until {DateWords.Day(day)} and has been superseded."
            : "That is so no longer.";

    public static string NothingLater(DateOnly? last) =>
        last is { } day ? $"Nothing after {DateWords.Day(day)} is in our sources." : "Nothing later is in our sources.";

    public static string Gaps(int count) =>
        count == 1
            ? "One thing that people ask about is known not to be in our sources."
            : $"{count} things that people ask about are known not to be in our sources. The first of them:";

    public static string OpenDate(EventDate date) => $"{Names.Capital(DateWords.Event(date))}; the day itself is not given.";

    public static string PremiseFails(Premise premise) =>
        premise switch
        {
            Premise.SuspendedButExempt => "Our sources do not say that this was suspended; they say it was not affected.",
            Premise.ExemptButSuspended => "Our sources do not say that this goes on; they say it was suspended.",
            Premise.NoDenial => NoDenial,
            Premise.OtherStance or Premise.NotDone => "Our sources do not say that. What they have:",
            Premise.OtherOffice => "Our sources give somebody named here another office. What they have:",
            Premise.NotAll => "Our sources do not say that of all of it. What they say:",
            _ => "Our sources do not settle whether that is so. What they say, and who says it:",
        };

    public static string InFull(string letters, string name) => $"{letters} stands for {name}.";

    public static string WhoIs(Entity entity) => $"{Names.Capital(entity.Name)}, in this story: {entity.Role!.TrimEnd('.')}.";

    public static string NoResponse(Shape.Responses none) =>
        none switch
        {
            { From: { } from } => $"No response of {from.Name} to this is in our sources, nor whether one was asked for.",
            { Unknown: { } typed } when Name(typed) is { Length: > 0 } name => $"No words of {name} are in our sources.",
            { Lacking.Count: > 0 } => $"No {string.Join(" or ", none.Lacking.Select(Sort))} is in our sources.",
            _ => "No such response is in our sources.",
        };

    private static string Sort(Stance stance) =>
        stance switch
        {
            Stance.Welcomed => "praise",
            Stance.Criticised => "criticism",
            Stance.Declined => "refusal to comment",
            _ => "such response",
        };

    public static string Heading(GroupHeading heading) =>
        heading switch
        {
            GroupHeading.Welcomed => "Welcomed it",
            GroupHeading.Criticised => "Criticised it",
            GroupHeading.Defended => "Defended their side",
            GroupHeading.Responded => "Responded",
            GroupHeading.ToOtherPoints => "Responses to other points",
            GroupHeading.NoComment => "No comment",
            GroupHeading.EarlierNotResponse => "Earlier, not a response",
            GroupHeading.Suspended => "Suspended",
            GroupHeading.Limits => "What limits it",
            GroupHeading.Confirmed => "Confirmed",
            GroupHeading.OwnAccounts => "By their own account",
            GroupHeading.Reported => "Reported",
            GroupHeading.Alleged => "Alleged",
            GroupHeading.Estimates => "Estimates",
            GroupHeading.AccountsDiffer => "Accounts differ",
            _ => "Not suspended",
        };

    /// <summary>A sentence for somebody who asked in another language: that we read English, in theirs where we can.</summary>
    public static string AnotherLanguage(string? language) =>
        "I read questions in English so far"
        + (string.IsNullOrEmpty(language) ? "." : $", not in {language}.")
        + (language is not null && InOtherLanguages.TryGetValue(language, out var there) ? $" {there}" : "");

    /// <summary>Seen from today, what the known clock means.</summary>
    public static string KnownSince(DateTimeOffset keptSince, DateOnly asked) =>
        $"Dateline has kept this story since {DateWords.Day(DateOnly.FromDateTime(keptSince.UtcDateTime))}; counted is only what had been said by {DateWords.Day(asked)}.";

    public static string KnownBy(DateOnly asked) => $"As we knew it on {DateWords.Day(asked)}.";

    /// <summary>Words of the asker's, safe to show: letters, digits and spaces only.</summary>
    public static string Plain(string words) => new([.. words.Where(c => char.IsLetterOrDigit(c) || c == ' ').Take(30)]);

    /// <summary>One of several questions above its answer: the asker's words, safe to show.</summary>
    public static string Asked(int number, string question) =>
        $"({number}) {Cutting.Shorten(new([.. question.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '\'' or '\u2019' or '-' or ',' or '?')]), LongestAsked)}";

    /// <summary>A name of the asker's, safe to show: also with apostrophes and hyphens.</summary>
    private static string Name(string typed) =>
        new string([.. typed.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '\'' or '\u2019' or '-').Take(40)]).Trim();

    private static readonly Dictionary<string, string> InOtherLanguages = new(StringComparer.Ordinal)
    {
        ["Arabic"] =
            "\u2067\u0623\u0642\u0631\u0623 \u0627\u0644\u0623\u0633\u0626\u0644\u0629 \u0628\u0627\u0644\u0625\u0646\u062C\u0644\u064A\u0632\u064A\u0629 \u0641\u0642\u0637 \u062D\u062A\u0649 \u0627\u0644\u0622\u0646.\u2069",
        ["Hebrew"] =
            "\u2067\u05D1\u05D9\u05E0\u05EA\u05D9\u05D9\u05DD \u05D0\u05E0\u05D9 \u05E7\u05D5\u05E8\u05D0 \u05E9\u05D0\u05DC\u05D5\u05EA \u05D1\u05D0\u05E0\u05D2\u05DC\u05D9\u05EA \u05D1\u05DC\u05D1\u05D3.\u2069",
        ["French"] = "Je ne lis pour l\u2019instant que les questions en anglais.",
        ["German"] = "Ich lese Fragen bisher nur auf Englisch.",
        ["Spanish"] = "Por ahora solo leo preguntas en ingl\u00E9s.",
        ["Italian"] = "Per ora leggo solo domande in inglese.",
        ["Portuguese"] = "Por enquanto s\u00F3 leio perguntas em ingl\u00EAs.",
        ["Dutch"] = "Ik lees voorlopig alleen vragen in het Engels.",
    };
}
