using System.Text;

namespace Bot.Core.Facts;

/// <summary>
/// A fact written out field by field, so that two facts are the same exactly when their texts are: what editions are compared by
/// and what content hashes are taken over.
/// </summary>
public static class FactContent
{
    public static string Of(Fact fact)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Fields(fact))
        {
            if (value.Length > 0)
            {
                text.Append(name).Append(": ").Append(value.Replace("\\", "\\\\").Replace("\n", "\\n")).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The fields in which two facts differ.</summary>
    public static IReadOnlyList<FieldChange> Differences(Fact before, Fact after) =>
        [
            .. Fields(before)
                .Zip(Fields(after), (was, now) => new FieldChange(was.Name, was.Value, now.Value))
                .Where(field => !string.Equals(field.Before, field.After, StringComparison.Ordinal)),
        ];

    private static IEnumerable<(string Name, string Value)> Fields(Fact fact) =>
        [
            ("id", fact.Id.Value),
            ("formerly", List(fact.Formerly)),
            ("kind", Vocabulary.Word(fact.Kind)),
            ("actor", List(fact.Actors)),
            ("action", fact.Action ?? ""),
            ("object", fact.Object ?? ""),
            ("speaker", Speaker(fact.Speaker)),
            ("status", Vocabulary.Word(fact.Status)),
            ("on", fact.On?.ToString() ?? ""),
            ("on-basis", fact.On is null ? "" : Vocabulary.Word(fact.OnBasis)),
            ("said-on", fact.SaidOn?.ToString() ?? ""),
            ("said-on-basis", fact.SaidOn is null ? "" : Vocabulary.Word(fact.SaidOnBasis)),
            ("holds", Vocabulary.Word(fact.Holds)),
            ("known", PartialDate.Of(fact.Known).ToString()),
            ("checked", fact.Checked is { } day ? PartialDate.Of(day).ToString() : ""),
            ("where", fact.Where ?? ""),
            ("scope", fact.Scope ?? ""),
            ("figure", fact.Figure is { } figure ? List([figure.Qualifier ?? "", figure.Value, figure.Unit]) : ""),
            ("says", fact.Says),
            ("quote", fact.Quote ?? ""),
            ("stance", fact.Stance is { } stance ? Vocabulary.Word(stance) : ""),
            ("asked", List(fact.Asked)),
            ("about", List(fact.About)),
            ("sources", List(fact.Sources)),
            ("links", List(fact.Links.Select(link => $"{Vocabulary.Word(link.Kind)} {link.To}"))),
            ("disputed", fact.Disputed ?? ""),
            ("ended", fact.Ended is { } ended ? $"{Vocabulary.Word(ended.How)} {PartialDate.Of(ended.On)} {ended.Reason}" : ""),
            ("rests-on", List(fact.RestsOn.Select(evidence => $"{evidence.Seed}: {evidence.Sentence}"))),
        ];

    private static string Speaker(Speaker speaker) =>
        speaker switch
        {
            Facts.Speaker.People people => List(people.Ids),
            Facts.Speaker.Carrier carrier => $"source {carrier.Id}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>A bar within an item is marked, so that it is not taken for one between items.</summary>
    private static string List<T>(IEnumerable<T> items) =>
        string.Join(" | ", items.Select(item => $"{item}".Replace("\\", "\\\\").Replace("|", "\\|")));
}

/// <summary>One field of a fact, written out, in two of its states; empty where it has none.</summary>
public sealed record FieldChange(string Name, string Before, string After);
