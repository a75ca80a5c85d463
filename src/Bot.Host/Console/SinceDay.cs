namespace Bot.Host.Console;

/// <summary>The day that the timeline and the changes are looked at from.</summary>
internal static class SinceDay
{
    private const int Longest = 40;

    public static string Clean(string? since) => new([.. (since ?? "").Trim().Where(c => !char.IsControl(c)).Take(Longest)]);

    /// <summary>The command, with the day if there is one.</summary>
    public static string Line(string path, string since) => since.Length == 0 ? $"/{path}" : $"/{path} since:{since}";
}
