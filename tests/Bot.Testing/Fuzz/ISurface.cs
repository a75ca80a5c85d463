namespace Bot.Testing.Fuzz;

/// <summary>A place where text from outside comes in.</summary>
public interface ISurface
{
    string Name { get; }

    /// <summary>How often it has its turn, beside the others.</summary>
    int Share { get; }

    /// <summary>The texts of one input: a line, or a document and a question.</summary>
    IReadOnlyList<string> Make(Draw draw);

    /// <summary>Gives it the texts, and says which promise was not kept; null when all were. It may throw: that is a fault too.</summary>
    Fault? Feed(IReadOnlyList<string> texts);
}

/// <summary>A promise that was not kept.</summary>
/// <param name="Promise">The same words for the same promise.</param>
/// <param name="Detail">What was seen instead.</param>
public sealed record Fault(string Promise, string Detail);
