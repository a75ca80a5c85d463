namespace Bot.Core.Doctor;

/// <summary>Looks at how one platform is set up, from the outside and without changing anything, also while the service runs.</summary>
public interface IDoctor
{
    /// <summary>What is looked at: "Discord".</summary>
    string Subject { get; }

    /// <summary>Whether a text is the id of a channel, by its form.</summary>
    bool IsChannel(string text);

    /// <param name="channel">The platform's id of a channel in which the bot is to post; null to leave that out.</param>
    /// <returns>What was found, in the order in which it is set up; at least one thing.</returns>
    Task<IReadOnlyList<Diagnosis>> Examine(string? channel, CancellationToken cancellation);
}

/// <summary>One thing that was found.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="Remedy">What to do; null where nothing has to be done.</param>
public sealed record Diagnosis(Grade Grade, string Sentence, string? Remedy = null)
{
    public static Diagnosis Well(string sentence) => new(Grade.Well, sentence);

    public static Diagnosis Doubtful(string sentence, string remedy) => new(Grade.Doubtful, sentence, remedy);

    public static Diagnosis Wrong(string sentence, string remedy) => new(Grade.Wrong, sentence, remedy);
}

/// <summary>How bad it is what was found.</summary>
public enum Grade
{
    Well,

    /// <summary>It may be meant so.</summary>
    Doubtful,
    Wrong,
}
