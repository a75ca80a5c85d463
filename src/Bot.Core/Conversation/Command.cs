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
    public sealed record What(FactKind? Kind) : Command;

    public sealed record ShowTimeline(EventDate? Since) : Command;

    /// <summary>What changed in what we say.</summary>
    public sealed record Changes(EventDate? Since) : Command;

    public sealed record Sources : Command;

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
    public sealed record Help(bool Words, bool Moderating = false) : Command;
}

/// <summary>A fact as a button names it.</summary>
/// <param name="Handle">See <see cref="FactId.Handle"/>.</param>
/// <param name="Revision">The state in which it was shown.</param>
public readonly record struct HandledFact(string Handle, int Revision);
