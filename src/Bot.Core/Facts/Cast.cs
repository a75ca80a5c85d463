using System.Text;

namespace Bot.Core.Facts;

/// <summary>
/// Whom and what the facts of an edition name: entities, sources, and documents. It stands in the journal, so that an old revision can still be shown
/// after its speaker or source went. The documents of a base are there without their text, which the files hold; those of a community are whole.
/// </summary>
public sealed record Cast(IReadOnlyList<Entity> Entities, IReadOnlyList<Source> Sources, IReadOnlyList<Seed> Seeds)
{
    public static Cast Of(FactBook book) =>
        new(book.Entities, book.Sources, [.. book.Seeds.Select(seed => seed with { Text = "", Passages = [] })]);

    /// <summary>Written out field by field, so that two are the same exactly when their texts are.</summary>
    public string Content
    {
        get
        {
            var text = new StringBuilder();
            foreach (var e in Entities)
            {
                Line(text, "entity", e.Id.Value, Vocabulary.Word(e.Kind), e.Name, e.Role, e.Of?.Value, string.Join(" | ", e.Aliases));
            }

            foreach (var s in Sources)
            {
                var record = s.Record ? "record" : null;
                Line(
                    text,
                    "source",
                    s.Id.Value,
                    s.Title,
                    s.Short,
                    s.Origin,
                    s.Publisher,
                    s.Author,
                    s.Published?.ToString(),
                    s.Url,
                    s.Seed?.Value,
                    s.CitedBy?.Value,
                    record
                );
            }

            foreach (var s in Seeds)
            {
                Line(
                    text,
                    "seed",
                    s.Id.Value,
                    Vocabulary.Word(s.Form),
                    s.Title,
                    s.Publisher,
                    s.Author,
                    s.Published?.ToString(),
                    s.Url,
                    s.Language,
                    s.Retrieved?.ToString()
                );
            }

            return text.ToString();
        }
    }

    private static void Line(StringBuilder text, params IEnumerable<string?> fields) =>
        text.AppendJoin('\t', fields.Select(field => field?.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n"))).Append('\n');
}
