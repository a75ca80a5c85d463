namespace Bot.Core.Operating;

/// <summary>Something that does not mend itself, and needs a person.</summary>
/// <param name="Key">Its kind, a space, and what it is about: the same on every replica as long as it is the same trouble.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record Concern(string Key, string Sentence)
{
    public static Concern Of(string kind, string about, string sentence) => new($"{kind} {about}", sentence);
}

/// <summary>Looks out for one kind of concern.</summary>
public interface ILookout
{
    /// <summary>A word.</summary>
    string Kind { get; }

    /// <summary>What is wrong now.</summary>
    /// <returns>Null where this replica cannot tell.</returns>
    ValueTask<IReadOnlyList<Concern>?> Look(CancellationToken cancellation);
}

/// <summary>Which concerns the operator was told of, and which are not mended yet; the same for all replicas.</summary>
public interface IConcerns
{
    /// <summary>Notes that somebody tells of it.</summary>
    /// <returns>False where somebody did.</returns>
    ValueTask<bool> Add(string key, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The keys of a kind.</summary>
    ValueTask<IReadOnlyList<string>> OfKind(string kind, CancellationToken cancellation);

    /// <summary>It is mended, and is told again when it comes again.</summary>
    ValueTask Remove(string key, CancellationToken cancellation);
}
