namespace Bot.Core.Conversation.Moderating;

/// <summary>What can have happened to a fact: the words that <c>what:</c> takes, and what stands on a button for each.</summary>
internal static class Happening
{
    public const string MovedOn = "moved-on";
    public const string Wrong = "wrong";
    public const string TookBack = "took-back";
    public const string Contested = "contested";
    public const string Source = "source";
    public const string StillSo = "still-so";
    public const string Confirmed = "confirmed";

    public static IReadOnlyList<(string Word, string Label)> All { get; } =
    [
        (MovedOn, "It has moved on"),
        (Wrong, "We were wrong"),
        (TookBack, "The source took it back"),
        (Contested, "Others contest it"),
        (Source, "Another source"),
        (StillSo, "Still so"),
        (Confirmed, "Two origins confirm it"),
    ];

    public static IReadOnlyList<(string Word, string? Meaning)> Offered { get; } =
    [.. All.Select(each => (each.Word, (string?)each.Label))];
}
