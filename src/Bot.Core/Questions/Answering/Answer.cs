using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Questions.Answering;

/// <summary>What became of a question. Closed: who abstains says why.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>What was asked is covered.</summary>
    public sealed record Answered : Outcome;

    /// <summary>Part of it is covered, a premise does not hold, or accounts differ.</summary>
    public sealed record Partly : Outcome;

    /// <summary>The story does not say.</summary>
    public sealed record Abstained(AbstentionReason Reason) : Outcome;

    /// <summary>The word of the formats: answered, partly, abstained.</summary>
    public string Word =>
        this switch
        {
            Answered => "answered",
            Partly => "partly",
            _ => "abstained",
        };

    /// <summary>The word for why it abstained; null when it did not.</summary>
    public string? ReasonWord => this is Abstained abstained ? Vocabulary.Word(abstained.Reason) : null;
}

/// <summary>Why a question is not answered.</summary>
public enum AbstentionReason
{
    /// <summary>It belongs to the story, and the sources do not give it.</summary>
    NotInSources,

    /// <summary>Another subject, or an opinion of ours.</summary>
    OutsideStory,

    /// <summary>What would answer it was withdrawn.</summary>
    Withdrawn,

    /// <summary>Content was asked of somebody who declined.</summary>
    NonAnswer,

    /// <summary>Another language than the one we read.</summary>
    NotRead,
}

/// <summary>A fact's revision with its score in 0..1 for one question.</summary>
public sealed record ScoredFact(Revision Revision, double Score)
{
    public Fact Fact => Revision.Fact;
}

/// <summary>A sentence of a seed with its score in 0..1 for one question.</summary>
public sealed record ScoredPassage(Passage Passage, double Score);

/// <summary>The two clocks of a question: what we knew by a day, what had happened by a day.</summary>
public sealed record AsOf(DateOnly? Known = null, DateOnly? Happened = null);

/// <summary>The answer to a question: values only; its words are made in <c>Conversation</c>.</summary>
public sealed record Answer
{
    public required string Question { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>What kind of answer this is and what it shows.</summary>
    public required Shape Shape { get; init; }

    /// <summary>The facts that answer.</summary>
    public IReadOnlyList<ScoredFact> Facts { get; init; } = [];

    /// <summary>Not an answer, but the nearest the story has.</summary>
    public IReadOnlyList<ScoredFact> Nearest { get; init; } = [];

    /// <summary>Sentences of the seeds, best first.</summary>
    public IReadOnlyList<ScoredPassage> Passages { get; init; } = [];

    /// <summary>0..1, for machines; never shown in chat.</summary>
    public double Confidence { get; init; }
    public AsOf AsOf { get; init; } = new();

    /// <summary>How it came about, step by step. Worked out whenever it is asked for: few ever ask.</summary>
    public IReadOnlyList<ExplanationStep> Explanation =>
        Shape is Shape.Several several ? [.. several.Answers.SelectMany(answer => answer.Explanation)] : Trace?.Steps(this) ?? [];
    internal Trace? Trace { get; init; }
}
