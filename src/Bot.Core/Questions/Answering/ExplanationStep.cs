using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>One step of how an answer came about, as values; its words are made in <c>Conversation</c>. Closed.</summary>
public abstract record ExplanationStep
{
    private ExplanationStep() { }

    /// <summary>What sort of thing was asked for, of whom, by which clocks.</summary>
    public sealed record Asked(Slot? For, bool YesNo, Entity? Subject, AsOf AsOf) : ExplanationStep;

    /// <summary>Words passed over: the asker speaks of himself.</summary>
    public sealed record LeftOut(IReadOnlyList<string> Words) : ExplanationStep;

    /// <summary>Words read as others.</summary>
    public sealed record Mended(IReadOnlyList<(string Typed, string Read)> Words) : ExplanationStep;

    /// <summary>Whom and what of the story the question names.</summary>
    public sealed record Named(IReadOnlyList<Entity> Entities) : ExplanationStep;

    /// <summary>The dates it names, and what each is there for.</summary>
    public sealed record Dated(IReadOnlyList<MentionedDate> Dates) : ExplanationStep;

    /// <summary>What was looked for.</summary>
    public sealed record Sought(IReadOnlyList<SoughtWord> Words) : ExplanationStep;

    /// <summary>The nearest fact in force, and whether that is near enough.</summary>
    public sealed record NearestFact(FactId Fact, Nearness Nearness, HeldWords Words) : ExplanationStep;

    /// <summary>The nearest of what the story is known not to give.</summary>
    public sealed record NearestGap(Absence Gap, Nearness Nearness) : ExplanationStep;

    /// <summary>The nearest sentence of a document.</summary>
    /// <param name="Features">What each feature added to its score.</param>
    public sealed record NearestSentence(
        Passage Sentence,
        Nearness Nearness,
        HeldWords Words,
        IReadOnlyList<(string Name, float Part)> Features
    ) : ExplanationStep;

    /// <summary>The rule that answered, and how.</summary>
    public sealed record Decided(string Rule, Shape Shape) : ExplanationStep;

    /// <summary>What a moderator can do about it.</summary>
    public sealed record Advised(Remedy Remedy) : ExplanationStep;
}

/// <summary>A word, name or phrase of the question.</summary>
/// <param name="StandIns">Other words of the story that will do.</param>
/// <param name="IsSpoken">Whether the story holds it, or one that will do.</param>
public sealed record SoughtWord(string Shown, Entity? Entity, IReadOnlyList<string> StandIns, bool IsSpoken);

/// <summary>Words of the question that a text has, that it has by another word, and that it lacks.</summary>
public sealed record HeldWords(IReadOnlyList<string> Has, IReadOnlyList<string> HasAlike, IReadOnlyList<string> Lacks);

/// <summary>How near is near enough.</summary>
public enum Nearness
{
    /// <summary>It answers.</summary>
    Answers,

    /// <summary>It would be near enough, and the rule that decided does not use it.</summary>
    PassedOver,

    /// <summary>It would be near enough, and a fact is nearer.</summary>
    Behind,

    /// <summary>Near enough to be shown, not to answer.</summary>
    Shown,

    /// <summary>Not near enough.</summary>
    TooFar,
}

/// <summary>What a moderator can do about an answer or a silence. Closed.</summary>
public abstract record Remedy
{
    private Remedy() { }

    /// <summary>A fact that was meant can be found by this question from now on.</summary>
    public sealed record AddPhrasing(bool Answered) : Remedy;

    /// <summary>A source says it: it can be a fact.</summary>
    public sealed record AddFact : Remedy;

    /// <summary>The sources do not give it: that can be said.</summary>
    public sealed record AddGap : Remedy;

    /// <summary>A source gives by now what was known not to be given.</summary>
    public sealed record CloseGap(string Id) : Remedy;

    /// <summary>The fact lacks what was asked for.</summary>
    public sealed record FillIn(FactId Fact, Slot? Slot) : Remedy;

    /// <summary>The words may be another name of somebody in the story.</summary>
    public sealed record AddName(IReadOnlyList<string> Words) : Remedy;

    /// <summary>A word was read as another.</summary>
    public sealed record AddWord(string Typed) : Remedy;

    /// <summary>There are documents only.</summary>
    public sealed record BeginFacts : Remedy;
}
