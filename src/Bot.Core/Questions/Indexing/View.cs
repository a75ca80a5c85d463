using Bot.Core.Questions.Answering;

namespace Bot.Core.Questions.Indexing;

/// <summary>What a text of the index belongs to.</summary>
public enum ViewOf : byte
{
    /// <summary>A fact's own words: what it says, its quote, its parts.</summary>
    Statement,

    /// <summary>Who they are that the fact concerns.</summary>
    Role,

    /// <summary>A sentence a fact rests on.</summary>
    Evidence,

    /// <summary>A sentence of a fact's scope that says what is not given.</summary>
    Lacking,

    /// <summary>One way people ask for a fact.</summary>
    Asked,

    /// <summary>One way people ask for something the sources do not give.</summary>
    Gap,
}

/// <summary>One text of the index by which a fact or a gap can be found.</summary>
/// <param name="Target">The number of the revision, or of the gap in the story's list.</param>
/// <param name="Slot">For a way of asking: what it asks for, if anything in particular.</param>
/// <param name="Function">For a way of asking: its stop words, which tell "before" from "after" and "who" from "what".</param>
public readonly record struct View(ViewOf Of, int Target, Slot? Slot, FewWords Function);
