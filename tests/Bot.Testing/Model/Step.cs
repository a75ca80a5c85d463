namespace Bot.Testing.Model;

/// <summary>What somebody asks for in a step.</summary>
internal enum Wanted
{
    Add,
    AddPair,
    AddUnnamed,
    Restate,
    Retract,
    Recheck,
    Hold,
    Release,
    Withdraw,
    Erase,
    KeepOurs,
    TakeBase,
    Start,
    Close,
    Reopen,
    Settle,
}

/// <summary>Which revision somebody says that they looked at.</summary>
internal enum Look
{
    /// <summary>None.</summary>
    Away,

    /// <summary>The one there is now; it is remembered.</summary>
    Now,

    /// <summary>The one that was remembered.</summary>
    Before,
}

/// <summary>One thing that happens in a sequence. It names all it is about, so that a sequence without some of its steps is one, too.</summary>
internal abstract record Step
{
    private Step() { }

    /// <param name="Number">Names the delivery.</param>
    /// <param name="Detail">Which wording, day, reason and the like.</param>
    public sealed record Ask(int Number, string Community, string Story, Wanted Wanted, string Fact, int Detail, Look Look) : Step;

    /// <summary>An earlier delivery comes again, to the same community or to another.</summary>
    public sealed record Again(int Number, string? Elsewhere) : Step;

    /// <summary>A new edition of the base says a fact otherwise, adds it or no longer has it.</summary>
    /// <param name="Wording">Null: it has the fact no more.</param>
    public sealed record Edition(string Fact, int? Wording) : Step;

    /// <summary>A new edition of the base calls a fact otherwise, and the next no longer has it.</summary>
    public sealed record RenameAndDrop(string Fact) : Step;

    /// <summary>A fact is erased from the base, by the name it has last.</summary>
    /// <param name="Everywhere">And from all who hold anything of it.</param>
    public sealed record EraseBase(string Fact, bool Everywhere) : Step;

    /// <summary>The program starts again over the same store.</summary>
    public sealed record Restart : Step;
}
