using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation;

/// <summary>What somebody asked the bot to do, whatever the platform. Closed; one handler for each.</summary>
public abstract partial record Command
{
    private Command() { }

    /// <summary>A free question; empty asks for the story card.</summary>
    public sealed record Ask(string Question, AsOf AsOf) : Command;

    /// <summary>Who did what.</summary>
    public sealed record Who(string? Name, string? Did) : Command;

    /// <summary>What was suspended, and what was not.</summary>
    public sealed record Suspended : Command;

    /// <summary>Who responded, non-answers included.</summary>
    public sealed record Responses(string? From) : Command;

    /// <summary>Facts of one kind.</summary>
    /// <param name="About">What was asked for instead of a kind; null for nothing.</param>
    public sealed record What(FactKind? Kind, string? About = null) : Command;

    /// <summary>What happened, by date. Dates stand here as they were typed: some are counted from today, which is known where they are read.</summary>
    /// <param name="Since">Mark what is new since then.</param>
    /// <param name="Within">Only what is of then.</param>
    public sealed record ShowTimeline(string? Since, string? Within = null) : Command;

    /// <summary>What changed in what we say.</summary>
    /// <param name="Since">As it was typed.</param>
    public sealed record Changes(string? Since) : Command;

    /// <param name="Naming">Words of their names or publishers; null: all sources.</param>
    public sealed record Sources(string? Naming = null) : Command;

    public sealed record Status : Command;

    /// <summary>Why this answer, or why none.</summary>
    public sealed record Why(string Question) : Command;

    /// <summary>How the community is set up.</summary>
    public sealed record ShowSettings : Command;

    /// <summary>What is kept of people.</summary>
    public sealed record Privacy : Command;

    /// <summary>Facts that were shown before, as they stand today. No line says it: a button does.</summary>
    /// <param name="Story">The handle of the story that they were of.</param>
    public sealed record ShowAgain(string Story, IReadOnlyList<HandledFact> Facts) : Command;

    /// <param name="Words">Explain the status labels.</param>
    /// <param name="Moderating">What moderators can do.</param>
    /// <param name="About">A command, as it was typed; null: all of them.</param>
    public sealed record Help(bool Words, bool Moderating = false, string? About = null) : Command;
}

/// <summary>A fact as a button names it.</summary>
/// <param name="Handle">See <see cref="FactId.Handle"/>.</param>
/// <param name="Revision">The state in which it was shown.</param>
public readonly record struct HandledFact(string Handle, int Revision);
