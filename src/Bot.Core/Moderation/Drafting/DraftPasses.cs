using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Moderation.Drafting;

/// <summary>How a new fact is read: these passes, in this order. What somebody settled is taken as it is; what was guessed is doubtful.</summary>
public static class DraftPasses
{
    internal static IReadOnlyList<(string Name, Func<ProposedFact, StorySnapshot, ProposedFact> Apply)> All { get; } =
    [
        ("source", ReadSource.Apply),
        ("speaker", ReadSpeaker.Apply),
        ("actors", ReadActors.Apply),
        ("kind", ReadKind.Apply),
        ("status", ReadStatus.Apply),
        ("date", ReadDate.Apply),
    ];

    /// <param name="today">In the story's time zone.</param>
    public static ProposedFact Propose(FactSheet sheet, StorySnapshot story, DateOnly today)
    {
        var sentence = SheetText.Sentence(sheet.Sentence);
        var proposed = new ProposedFact
        {
            Sheet = sheet with { Sentence = sentence, From = SheetText.Line(sheet.From), Speaker = SheetText.Line(sheet.Speaker) },
            Read = Passes.Understand(sentence, new AsOf(), new Context(story.Index, today)),
        };
        return All.Aggregate(
            sentence.Length == 0 ? proposed.Lacks(DraftWords.NoSentence) : proposed,
            (fact, pass) => pass.Apply(fact, story)
        );
    }
}
