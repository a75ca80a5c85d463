namespace Bot.Testing.Rules;

/// <summary>What somebody does to a fact.</summary>
internal enum Doing
{
    Hold,
    Release,
    Dispute,
    Recheck,
    Correct,
    End,
    Supersede,
    Retract,
    Confirm,
    Erase,
    Undo,
    Report,
}

/// <summary>One step of a sequence. Each has a number, by which others speak of what it opened, and of the fact it added.</summary>
internal abstract record RulesStep(int Number)
{
    /// <param name="Detail">Which of a few days and wordings.</param>
    /// <param name="Why">Whether they say why.</param>
    public sealed record Do(int Number, string By, Doing What, string Fact, int Detail, bool Why) : RulesStep(Number);

    /// <summary>Begins a new fact.</summary>
    public sealed record Draft(int Number, string By) : RulesStep(Number);

    /// <summary>Decides about what the step of a number opened.</summary>
    public sealed record Decide(int Number, string By, int About, bool Approves, bool Why) : RulesStep(Number);

    /// <summary>What the step of a number sent arrives again.</summary>
    public sealed record Again(int Number, int Of) : RulesStep(Number);

    /// <summary>Time passes, and what is due by then takes effect.</summary>
    public sealed record Wait(int Number) : RulesStep(Number);

    /// <summary>The community says whether grave acts take a second moderator.</summary>
    public sealed record Second(int Number, bool Needed) : RulesStep(Number);
}
