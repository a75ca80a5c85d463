namespace Bot.Core.Questions.Understanding;

/// <summary>What was done, by its ending. Irregular ones are not known.</summary>
internal static class Participles
{
    public static bool IsOne(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal);
}
