namespace Bot.Host.Console.Moderating;

/// <summary>What the fields of a form are called on a page, apart from what the page itself sends along.</summary>
internal static class FormNames
{
    public const string Field = "field.";

    public static string Of(string key) => Field + key;

    public static string Id(string key) => $"field-{key}";

    /// <summary>What was filled in, by the fields' keys. A browser ends lines in two characters, where the field had one.</summary>
    public static Dictionary<string, string> Filled(IFormCollection form) =>
        form.Where(field => field.Key.StartsWith(Field, StringComparison.Ordinal))
            .ToDictionary(
                field => field.Key[Field.Length..],
                field => field.Value.ToString().ReplaceLineEndings("\n"),
                StringComparer.Ordinal
            );
}
