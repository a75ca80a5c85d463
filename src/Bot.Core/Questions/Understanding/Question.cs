using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Questions.Understanding;

/// <summary>A question as far as it is understood. Each pass takes one and gives a fuller one; nothing is changed in place.</summary>
public sealed record Question
{
    public required string Text { get; init; }
    public IReadOnlyList<Word> Words { get; init; } = [];

    /// <summary>What was said before or after the sentence that asks, where that points back to it.</summary>
    public IReadOnlyList<Word> Beside { get; init; } = [];

    /// <summary>Words by which the asker speaks of himself, or that surround the sentence that asks.</summary>
    public IReadOnlyList<Word> LeftOut { get; init; } = [];
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>Concepts the words stand for, by name.</summary>
    public IReadOnlyList<string> Concepts { get; init; } = [];

    /// <summary>Ways of asking the words were known by.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>By word: whether it only belongs to a way of asking.</summary>
    internal bool[] CueWords { get; init; } = [];

    /// <summary>What must be found: the content of the question, weighed.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>What it asks for that a fact may lack; null for none in particular.</summary>
    public Slot? Slot { get; init; }
    public bool YesNo { get; init; }
    public bool Negated { get; init; }

    /// <summary>It says something and wants it confirmed: "…, right?", "… isn't it".</summary>
    public bool Leading { get; init; }

    /// <summary>Two questions in one: "who announced it, and what did the others say?"</summary>
    public bool Double { get; init; }

    /// <summary>When something will be, or can be.</summary>
    public bool Future { get; init; }

    /// <summary>It speaks of all, every, the whole.</summary>
    public bool Universal { get; init; }

    /// <summary>It doubts or asks for proof: really, true, proven.</summary>
    public bool Doubting { get; init; }

    /// <summary>Who is said or asked to have done or said it.</summary>
    public Entity? Subject { get; init; }

    /// <summary>Who did it, as the question has it: "did X …", "what has X …", "was it … by X".</summary>
    public Entity? Doer { get; init; }

    /// <summary>Whom it was done to, as the question has it: "was X suspended", "how many X were killed".</summary>
    public Entity? Undergoer { get; init; }
    public IReadOnlyList<MentionedDate> Dates { get; init; } = [];

    /// <summary>Months named, 1 to 12, with or without a year.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>By word: whether it belongs to a date; empty when none does.</summary>
    internal bool[] DateWords { get; init; } = [];

    /// <summary>The language when it is not the one we read; empty when it is, or cannot be told.</summary>
    public string ForeignLanguage { get; init; } = "";
    public AsOf AsOf { get; init; } = new();

    public bool Means(string concept) => Concepts.Contains(concept);

    public bool Asks(string cue) => Cues.Contains(cue);

    /// <summary>Whether a word only belongs to a way of asking.</summary>
    public bool IsCue(int word) => word < CueWords.Length && CueWords[word];

    /// <summary>Whether a word belongs to a date.</summary>
    public bool IsOfDate(int word) => word < DateWords.Length && DateWords[word];

    /// <summary>The number of the first word that is such, by its normal form; -1 for none.</summary>
    internal int First(Predicate<string> isSuch)
    {
        for (var at = 0; at < Words.Count; at++)
        {
            if (isSuch(Words[at].Normal))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether any word is such, by its normal form.</summary>
    internal bool Has(Predicate<string> isSuch) => First(isSuch) >= 0;

    /// <summary>Whether any two words that stand side by side are such, by their normal forms.</summary>
    internal bool HasPair(Func<string, string, bool> areSuch)
    {
        for (var at = 1; at < Words.Count; at++)
        {
            if (areSuch(Words[at - 1].Normal, Words[at].Normal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The normal forms of the words in a row, with a blank between them.</summary>
    internal string InNormalWords() => string.Join(' ', Words.Select(word => word.Normal));

    /// <summary>The number of the first term that is shown as a word is; -1 for none.</summary>
    internal int TermOf(Word word)
    {
        for (var i = 0; i < Terms.Count; i++)
        {
            if (Terms[i].Shown == word.Shown)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The words' terms in the index.</summary>
    internal int[] TermIds()
    {
        var ids = new int[Words.Count];
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = Words[at].TermId;
        }

        return ids;
    }
}

/// <summary>One word of a question.</summary>
/// <param name="Normal">Its normal form, a typing slip mended.</param>
/// <param name="TermId">Its term in the index; -1 when the index does not know it.</param>
/// <param name="Start">Where it begins in the question.</param>
/// <param name="Typed">What was typed where it was mended; null otherwise.</param>
public sealed record Word(string Normal, int TermId, bool IsStop, bool IsCapitalised, int Start, string? Typed = null)
{
    /// <summary>As a term of it is shown.</summary>
    public string Shown => Typed ?? Normal;
}

/// <summary>An entity named by some words of a question.</summary>
public sealed record Mention(Entity Entity, int At, int Length)
{
    /// <summary>The number of the word after it.</summary>
    public int End => At + Length;
}

/// <summary>Something a matching text should hold.</summary>
/// <param name="Shown">As typed.</param>
/// <param name="Weight">How much it matters, above 0.</param>
/// <param name="Alternatives">Terms that will do, each with its credit in 0..1.</param>
/// <param name="IsName">A proper name or a number: without it a text is about something else.</param>
/// <param name="Entity">The entity it names, if it names one.</param>
/// <param name="Concepts">The concepts it belongs to.</param>
public sealed record Term(
    string Shown,
    float Weight,
    IReadOnlyList<(int Term, float Credit)> Alternatives,
    bool IsName,
    Entity? Entity,
    IReadOnlyList<string> Concepts
)
{
    /// <summary>A month, or a number such as a day or a year: it says when or how many, not what.</summary>
    public bool IsOfDate { get; init; }

    /// <summary>The number of its first word in the question, and how many words it takes: none where it was said beside it.</summary>
    public int At { get; init; }
    public int Length { get; init; } = 1;

    public bool Means(params ReadOnlySpan<string> concepts)
    {
        foreach (var concept in concepts)
        {
            if (Concepts.Contains(concept))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A date in a question, and what it is there for.</summary>
public sealed record MentionedDate(EventDate Date, DateRole Role);

/// <summary>What a date in a question is there for.</summary>
public enum DateRole
{
    /// <summary>When it happened.</summary>
    Happened,

    /// <summary>What was known by then.</summary>
    Known,

    /// <summary>What is new since then.</summary>
    Since,
}
