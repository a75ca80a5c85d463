using Bot.Core.Facts;

namespace Bot.Core.Communities;

/// <summary>Whom a community chose to moderate its facts, as its platform names them: roles, groups of people; people by their keys.</summary>
public readonly record struct ModeratorRoles
{
    private readonly string text;

    private ModeratorRoles(string text) => this.text = text;

    /// <param name="roles">Ids without a space in them; none: null.</param>
    public static ModeratorRoles? Of(IEnumerable<string> roles) =>
        string.Join(' ', roles.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } ids ? new ModeratorRoles(ids) : null;

    /// <summary>As <see cref="ToString"/> writes them; null for a text that is none.</summary>
    public static ModeratorRoles? TryParse(string text) =>
        Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } roles && roles.text == text ? roles : null;

    public IReadOnlyList<string> All => text is null ? [] : text.Split(' ');

    /// <summary>Short, and another for others; empty for none.</summary>
    public string Mark => text is null ? "" : Handles.Of(text);

    public override string ToString() => text ?? "";
}
