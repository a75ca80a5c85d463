using System.Globalization;

namespace Bot.Core.Facts;

/// <summary>One thing of a draft, as a problem names it: <c>the fact 'bridge-closed'</c>.</summary>
internal readonly record struct Item(Place At, string Name)
{
    public static Item Of(string sort, Text? id, Place at) =>
        id is { Refused: false } && !string.IsNullOrWhiteSpace(id.Value)
            ? new Item(id.At, $"the {sort} {Findings.Show(id.Value)}")
            : new Item(at, $"this {sort}");

    /// <summary>The name at the start of a sentence.</summary>
    public string Start => char.ToUpperInvariant(Name[0]) + Name[1..];
}

/// <summary>
/// Gathers what is wrong with a draft. Each reading method gives the value, or null after it said why there is none. A word that is
/// a near miss is reported once and read on as the word that was meant, so that one mistake stays one problem.
/// </summary>
internal sealed class Findings(IEnumerable<Problem> before)
{
    private readonly List<Problem> problems = [.. before];

    public bool None => problems.Count == 0;

    public IReadOnlyList<Problem> ByPlace =>
        [
            .. problems
                .Distinct()
                .OrderBy(problem => problem.At.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.At.Line)
                .ThenBy(problem => problem.At.Column),
        ];

    /// <summary>A value inside a sentence: quoted, on one line, cut when long.</summary>
    public static string Show(string value)
    {
        const int longest = 90;
        var line = value.Trim().ReplaceLineEndings(" ");
        return line.Length <= longest ? $"'{line}'" : $"'{line[..longest]}…'";
    }

    public void Add(Place at, string sentence) => problems.Add(new Problem(at, sentence));

    public string? Optional(string key, Text? text) => Filled(key, text, "write it, or leave the key out");

    public string? Required(Item owner, string key, Text? text, string remedy)
    {
        if (text is null)
        {
            Add(owner.At, $"{owner.Start} has no `{key}`: {remedy}.");
        }

        return Filled(key, text, remedy);
    }

    public IReadOnlyList<string> Many(string key, IReadOnlyList<Text> texts) =>
        [.. texts.Select(text => Filled(key, text, "write the entry, or take it out of the list")).OfType<string>()];

    public T? Word<T>(string key, Text? text)
        where T : struct, Enum
    {
        if (Filled(key, text, $"use one of {Vocabulary.All<T>()}") is not { } word)
        {
            return null;
        }

        if (Vocabulary.Read<T>(word) is { } value)
        {
            return value;
        }

        var near = NearMiss.Of(word, Vocabulary.All<T>().Split(", "));
        var question = near is null ? "" : $" Did you mean '{near}'?";
        Add(text!.At, $"`{key}` cannot be {Show(word)}.{question} It is one of {Vocabulary.All<T>()}.");
        return near is null ? null : Vocabulary.Read<T>(near);
    }

    public T? RequiredWord<T>(Item owner, string key, Text? text)
        where T : struct, Enum
    {
        if (text is null)
        {
            Add(owner.At, $"{owner.Start} has no `{key}`: give one of {Vocabulary.All<T>()}.");
        }

        return Word<T>(key, text);
    }

    public EventDate? Span(string key, Text? text)
    {
        if (Optional(key, text) is not { } value)
        {
            return null;
        }

        var span = EventDate.TryParse(value);
        if (span is null)
        {
            Add(
                text!.At,
                IsReversed(value)
                    ? $"`{key}` is {Show(value)}, which ends before it begins: write the earlier date first."
                    : $"`{key}` is {Show(value)}, which is no real date or span: write 2025-09-25, 2025-09, 2025, 2025-08/2025-09 (from, to), ../2025-09-25 (by then) or 2025-09-25/.. (since)."
            );
        }

        return span;
    }

    private static bool IsReversed(string span) =>
        span.Split('/') is [var end, var start] && EventDate.TryParse($"{start}/{end}") is not null;

    public PartialDate? Date(string key, Text? text)
    {
        if (Optional(key, text) is not { } value)
        {
            return null;
        }

        var date = PartialDate.TryParse(value);
        if (date is null)
        {
            Add(text!.At, $"`{key}` is {Show(value)}, which is no real date: write it as 2025-09-25, 2025-09 or 2025.");
        }

        return date;
    }

    public DateOnly? Day(string key, Text? text)
    {
        if (Optional(key, text) is not { } value)
        {
            return null;
        }

        if (PartialDate.TryParse(value) is { Day: not null } date)
        {
            return date.First;
        }

        Add(text!.At, $"`{key}` is {Show(value)}, which is no real day: write it as 2025-09-25.");
        return null;
    }

    public int? WholeNumber(string key, Text? text, int least)
    {
        if (Filled(key, text, "write a whole number") is not { } value)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        Add(text!.At, $"`{key}` is {Show(value)}: write a whole number from {least} on.");
        return null;
    }

    public bool YesOrNo(string key, Text? text)
    {
        var value = Optional(key, text);
        if (value is not (null or "true" or "false"))
        {
            Add(text!.At, $"`{key}` is {Show(value)}: write true or false.");
        }

        return value == "true";
    }

    public string? Address(string key, Text? text)
    {
        if (Optional(key, text) is not { } value)
        {
            return null;
        }

        if (
            Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        )
        {
            return value;
        }

        Add(text!.At, $"`{key}` is {Show(value)}, which is no web address: begin it with https://, or leave the key out.");
        return null;
    }

    public string? Language(string key, Text? text)
    {
        if (Optional(key, text) is not { } value)
        {
            return null;
        }

        var parts = value.Split('-');
        if (parts[0].Length is 2 or 3 && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
        {
            return value;
        }

        Add(text!.At, $"`{key}` is {Show(value)}, which is no language tag: write en, ar, he, pt-BR and the like.");
        return null;
    }

    private string? Filled(string key, Text? text, string remedy)
    {
        if (text is null or { Refused: true })
        {
            return null;
        }

        var value = text.Value.Trim();
        if (value.Length == 0)
        {
            Add(text.At, $"`{key}` is empty: {remedy}.");
            return null;
        }

        return value;
    }
}
