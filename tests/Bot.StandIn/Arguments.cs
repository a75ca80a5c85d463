namespace Bot.StandIn;

/// <summary>What stands behind the program's name: words, and options with a value each.</summary>
internal static class Arguments
{
    public static (IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options) Read(string[] all)
    {
        var (words, options) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        for (var at = 0; at < all.Length; at++)
        {
            if (!all[at].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(all[at]);
            }
            else if (at + 1 < all.Length)
            {
                options[all[at][2..]] = all[++at];
            }
        }

        return (words, options);
    }
}
