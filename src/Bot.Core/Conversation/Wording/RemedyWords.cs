using System.Diagnostics;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Wording;

/// <summary>What a moderator can do about an answer or a silence.</summary>
internal static class RemedyWords
{
    public static string Of(Remedy remedy) =>
        remedy switch
        {
            Remedy.AddPhrasing { Answered: true } => "if another fact was meant, add the question to that fact\u2019s ways of asking.",
            Remedy.AddPhrasing => "if a fact of the story does answer this, add the question to that fact\u2019s ways of asking.",
            Remedy.AddFact => "if a source says it, add a fact with the sentence it rests on.",
            Remedy.AddGap => "if the sources do not give it, add it to what the story is known not to give, with the facts nearest to it.",
            Remedy.CloseGap gap => $"if a source gives it by now, add the fact and take out the gap {gap.Id}.",
            Remedy.FillIn { Slot: { } slot } fill => $"if a source gives {WhyWords.Slot(slot)} for it, add that to the fact {fill.Fact}.",
            Remedy.FillIn fill => $"if a source gives it by now, change the scope of the fact {fill.Fact}.",
            Remedy.AddName name =>
                $"if {Names.Join(name.Words.Take(3).Select(WhyWords.Word))} is another name of somebody or something in the story, add it to the names of that entity.",
            Remedy.AddWord word =>
                $"if {WhyWords.Word(word.Typed)} was read wrongly, add it to the names or ways of asking where it belongs.",
            Remedy.BeginFacts =>
                "there are documents only: with reviewed facts, their ways of asking and known gaps, answers become surer.",
            _ => throw new UnreachableException(),
        };
}
