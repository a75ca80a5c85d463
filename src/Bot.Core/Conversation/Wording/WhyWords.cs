using System.Diagnostics;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Conversation.Wording;

/// <summary>How an answer came about, in words a moderator understands: a line a step.</summary>
internal static class WhyWords
{
    private const int MostFeatures = 3;

    public static string Of(ExplanationStep step, FactBook book) =>
        step switch
        {
            ExplanationStep.Asked asked => Asked(asked),
            ExplanationStep.LeftOut left => $"Passed over, as said of the asker: {Names.Join(left.Words.Select(Word))}.",
            ExplanationStep.Mended mended =>
                $"Words read as others: {Names.Join(mended.Words.Select(word => $"{Word(word.Typed)} as {Word(word.Read)}"))}.",
            ExplanationStep.Named named => Ended($"Names recognised: {Names.Join(named.Entities.Select(entity => entity.Name))}"),
            ExplanationStep.Dated dated => $"Dates: {Names.Join(dated.Dates.Select(Date))}.",
            ExplanationStep.Sought sought => Ended($"Looked for: {string.Join("; ", sought.Words.Select(Sought))}"),
            ExplanationStep.NearestFact fact => $"Nearest fact: {fact.Fact}. {Held(fact.Words)} {Enough(fact.Nearness)}",
            ExplanationStep.NearestGap gap => $"Nearest of what the story is known not to give: {gap.Gap.Id}. {Enough(gap.Nearness)}",
            ExplanationStep.NearestSentence sentence =>
                $"Nearest sentence: number {sentence.Sentence.Number + 1} of {Title(book[sentence.Sentence.Seed])}. {Held(sentence.Words)} {Enough(sentence.Nearness)}{Features(sentence)}",
            ExplanationStep.Decided decided => Ended($"What decided (\u201C{decided.Rule}\u201D): {RuleWords.Of(decided)}"),
            ExplanationStep.Advised advised => $"What can be done: {RemedyWords.Of(advised.Remedy)}",
            _ => throw new UnreachableException(),
        };

    /// <summary>A word of the asker's, safe to show.</summary>
    public static string Word(string typed) => $"\u201C{AnswerWords.Plain(typed)}\u201D";

    public static string Slot(Slot? slot) =>
        slot switch
        {
            Questions.Answering.Slot.Date => "a date",
            Questions.Answering.Slot.Number => "a number",
            Questions.Answering.Slot.Place => "a place",
            Questions.Answering.Slot.Name => "a name",
            Questions.Answering.Slot.Cause => "a reason",
            Questions.Answering.Slot.Manner => "how it was done",
            _ => "what is said or done",
        };

    /// <summary>A name may bring a full stop of its own.</summary>
    private static string Ended(string line) => line.EndsWith('.') ? line : line + ".";

    private static string Asked(ExplanationStep.Asked asked)
    {
        var of = asked.Subject is { } subject ? $", of what {subject.Name} did or said" : "";
        var known = asked.AsOf.Known is { } day ? $" Answered from what was known by {DateWords.Day(day)}." : "";
        var happened = asked.AsOf.Happened is { } until ? $" Answered from what had happened by {DateWords.Day(until)}." : "";
        return $"Understood as asking for {Slot(asked.For)}{(asked.YesNo ? ", as yes or no" : "")}{of}.{known}{happened}";
    }

    private static string Date(MentionedDate date) =>
        DateWords.Event(date.Date)
        + date.Role switch
        {
            DateRole.Happened => " (when it happened)",
            DateRole.Known => " (what was known by then)",
            _ => " (what is new since then)",
        };

    private static string Sought(SoughtWord word)
    {
        var shown = word.Entity is { } entity ? entity.Name : Word(word.Shown);
        return !word.IsSpoken ? $"{shown} (nowhere in the story)"
            : word.StandIns.Count == 0 ? shown
            : $"{shown} (or {string.Join(", ", word.StandIns)})";
    }

    private static string Held(HeldWords words) =>
        string.Join(
            ' ',
            new[]
            {
                Having("It has", words.Has),
                Having("It has in other words", words.HasAlike),
                Having("It lacks", words.Lacks),
            }.OfType<string>()
        );

    private static string? Having(string verb, IReadOnlyList<string> words) =>
        words.Count == 0 ? null : $"{verb} {Names.Join(words.Select(Word))}.";

    private static string Enough(Nearness nearness) =>
        nearness switch
        {
            Nearness.Answers => "It is used.",
            Nearness.PassedOver => "It is near enough by its words, and passed over by what decided.",
            Nearness.Behind => "It is near enough by its words, and a fact is nearer.",
            Nearness.Shown => "It is near enough to be shown, not to answer.",
            _ => "It is not near enough.",
        };

    private static string Title(Seed seed) => $"\u201C{Quoted.Of(seed.Title)}\u201D";

    /// <summary>What spoke for a sentence that is near enough. Features of the same words are one.</summary>
    private static string Features(ExplanationStep.NearestSentence sentence)
    {
        if (sentence.Nearness is Nearness.TooFar)
        {
            return "";
        }

        var told = sentence
            .Features.GroupBy(feature => FeatureWords.Of(feature.Name), feature => feature.Part)
            .Where(group => group.Sum() > 0)
            .OrderByDescending(group => group.Sum())
            .Take(MostFeatures)
            .Select(group => group.Key)
            .ToList();
        return told.Count == 0 ? "" : $" What spoke for it most: {string.Join("; ", told)}.";
    }
}
