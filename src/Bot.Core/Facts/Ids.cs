using System.Security.Cryptography;
using System.Text;

namespace Bot.Core.Facts;

/// <summary>The name of a story in paths and settings: lower-case letters, digits, hyphens.</summary>
public readonly record struct StorySlug(string Value)
{
    /// <summary>Stands where something concerns all stories; none has this name.</summary>
    public static StorySlug All { get; } = new("*");

    /// <summary>The slug, or null when the text is none.</summary>
    public static StorySlug? TryParse(string text) => IdRules.IsId(text) ? new StorySlug(text) : null;

    /// <summary>Eight characters that stand for the slug where room is short, as in a button.</summary>
    public string Handle => Handles.Of(Value);

    public override string ToString() => Value;
}

/// <summary>The name of a fact, never renamed. A community's own fact begins with <c>~</c>.</summary>
public readonly record struct FactId(string Value) : IComparable<FactId>
{
    /// <summary>Eight characters that stand for the id where room is short, as in a button.</summary>
    public string Handle => Handles.Of(Value);

    public int CompareTo(FactId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>The name of a person, organisation, place, product or group.</summary>
public readonly record struct EntityId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The name of a page or outlet that carries facts.</summary>
public readonly record struct SourceId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The name of a source document.</summary>
public readonly record struct SeedId(string Value)
{
    public override string ToString() => Value;
}

internal static class Handles
{
    private const int Bytes = 4;

    public static string Of(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, Bytes));
}
