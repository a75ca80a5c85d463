namespace Bot.Core.Facts;

/// <summary>What sort of statement a fact is.</summary>
public enum FactKind
{
    Act,
    Suspension,
    Exemption,
    Limit,
    Finding,
    Claim,
    Account,
    Response,
    NonAnswer,
    Figure,
    Background,
    Assessment,
    Outlook,
}

/// <summary>How the content of a fact stands, named after its witness.</summary>
public enum FactStatus
{
    /// <summary>The speaker says it of himself.</summary>
    OwnAccount,

    /// <summary>A source reports it.</summary>
    Reported,

    /// <summary>Somebody says it of another, and nothing supports it yet.</summary>
    Alleged,

    /// <summary>A position: that it was said is sure, no more.</summary>
    Stated,

    /// <summary>A figure with its owner.</summary>
    Estimate,

    /// <summary>Two independent origins, or a document of record.</summary>
    Confirmed,
}

/// <summary>Whether a date stands in the source or was worked out.</summary>
public enum DateBasis
{
    Stated,
    Inferred,
}

/// <summary>Something that happened, or something that goes on and must be looked at again.</summary>
public enum Holding
{
    Event,
    Ongoing,
}

/// <summary>Where a response stands towards what it responds to.</summary>
public enum Stance
{
    Welcomed,
    Criticised,
    Defended,
    Declined,
}

/// <summary>What one fact is to another. Sequence (<see cref="EarlierThan"/>) is never cause.</summary>
public enum LinkKind
{
    RespondsTo,
    Denies,
    Limits,
    Supports,
    SupportsInPart,
    SaidWith,
    Supersedes,
    PairsWith,
    EarlierThan,
    Explains,
}

/// <summary>How a fact ended. It stays findable.</summary>
public enum EndingKind
{
    /// <summary>It was true and has moved on.</summary>
    Superseded,

    /// <summary>We erred.</summary>
    Corrected,

    /// <summary>The source took it back.</summary>
    Retracted,
    Expired,
}

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    Person,
    Organisation,
    Place,
    Product,
    Group,
}

/// <summary>A text as published, or our own words about one.</summary>
public enum SeedForm
{
    Document,
    Notes,
}

/// <summary>The words of the formats for the values above: <c>own-account</c> for <see cref="FactStatus.OwnAccount"/>.</summary>
public static class Vocabulary
{
    public static string Word<T>(T value)
        where T : struct, Enum => Words<T>.Of[value];

    public static T? Read<T>(string word)
        where T : struct, Enum => Words<T>.Values.TryGetValue(word, out var value) ? value : null;

    /// <summary>Every word of <typeparamref name="T"/>, in order, for messages.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Words<T>.Of.Values);

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>().ToDictionary(v => v, v => Hyphenate(v.ToString()));
        public static readonly Dictionary<string, T> Values = Of.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

        private static string Hyphenate(string name) =>
            string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
