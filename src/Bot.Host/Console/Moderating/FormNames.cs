namespace Bot.Host.Console.Moderating;

/// <summary>What the fields of a form are called on a page, apart from what the page itself sends along.</summary>
internal static class FormNames
{
    public const string Field = "field.";

    public static string Of(string key) => Field + key;

    public static string Id(string key) => $"field-{key}";
}
