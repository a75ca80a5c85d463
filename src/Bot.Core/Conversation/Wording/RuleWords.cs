using System.Diagnostics;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Wording;

/// <summary>Why an answer has the shape it has: what of the question and of the facts decided.</summary>
internal static class RuleWords
{
    public static string Of(ExplanationStep.Decided decided) =>
        decided.Shape switch
        {
            Shape.Direct or Shape.KnownGap when decided.Rule == Rules.AskedJustSo =>
                "whoever looks after the story wrote that this is asked for in just these words",
            Shape.Direct when decided.Rule == Rules.MainDeed =>
                "the question names nothing in particular, so it is taken to be about the story\u2019s main event",
            Shape.Direct when decided.Rule == Rules.DeedsOfParty => "the question asks what a party did or said, so its facts answer",
            Shape.Direct => "facts are near enough, and nothing holds them back",
            Shape.FromPassage => "no reviewed fact fits, and a sentence of a document does; it is quoted, not vouched for",
            Shape.Overview => "the question asks what is going on, so it gets the story so far",
            Shape.Responses { Groups.Count: 0 } => "the question asks for a response that no fact is",
            Shape.Responses { From: { } party } => $"the question asks for the response of {party.Name}",
            Shape.Responses => "the question asks who responded, so the responses are listed, those who did not comment last",
            Shape.Suspended => "the question asks what was suspended, so that is listed with what limits it and what was not",
            Shape.PremiseFails premise => Of(premise.Premise),
            Shape.AccountsDiffer =>
                "the question touches a point on which accounts differ, so both sides are shown and neither is confirmed",
            Shape.KnownGap => "the question is nearer to what the story is known not to give than to any fact",
            Shape.SlotMissing missing => $"the nearest fact speaks of it and lacks just what was asked for, {WhyWords.Slot(missing.Slot)}",
            Shape.NotGiven => "the nearest fact says itself that this is not given",
            Shape.NotSaid => "facts come near and none says just this, so the nearest are shown as no more than that",
            Shape.NothingLater => "the question asks what came later, and our sources end before",
            Shape.Standings => "the question asks what is confirmed and what is only said, so facts are listed by their status",
            Shape.WhoIs => "the question asks who or what that is, and the story\u2019s list of people and things says it",
            Shape.InFull => "the question asks what a short name stands for, and the story has it in full",
            Shape.Declined who => $"the question asks for words of {who.Who.Name}, who did not give any",
            Shape.Chronology => "the question asks for the order of events",
            Shape.Sources => "the question asks what all this rests on",
            Shape.Changes => "the question asks what changed",
            Shape.Gaps => "the question asks what is not known",
            Shape.NotNamed => "the question names what the story nowhere names, so whatever else fits is about something else",
            Shape.NothingNear when decided.Rule == Rules.NotAboutTheStory => "the question sets a task, or asks for help of another sort",
            Shape.PassageNear => "no sentence of the documents says it, so the nearest is quoted as no more than that",
            Shape.NothingNear => "no fact and no sentence is near enough",
            Shape.NotOursToSay => "the question asks for a judgement, and none is given here",
            Shape.NoLonger => "what answers best was so and is no longer",
            Shape.Withdrawn => "what answers best was taken back, so it is not repeated",
            Shape.AnotherLanguage => "the question is in a language that is not read here",
            Shape.AboutUs => "the question is about the bot itself",
            Shape.Unreadable => "there is no word to look for, and no known way of asking",
            _ => throw new UnreachableException(),
        };

    private static string Of(Premise premise) =>
        premise switch
        {
            Premise.SuspendedButExempt => "the question takes for suspended what the facts call exempt",
            Premise.ExemptButSuspended => "the question takes for exempt what the facts call suspended",
            Premise.NoDenial => "the question takes a denial for granted, and no fact is one",
            Premise.OtherStance => "the question takes a response to be of another sort than it is",
            Premise.NotAll => "the question speaks of all of it, and the facts speak of parts",
            Premise.OtherOffice => "the question gives somebody another office than the story does",
            Premise.NotDone => "the question takes a deed for done that the facts say was not done",
            _ => "the question wants a yes or no to what is only somebody\u2019s word",
        };
}
