using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Conversation;

namespace Bot.Host.Tests.Platforms;

/// <summary>Both platforms, and a story whose facts and names are hostile.</summary>
public sealed partial class HostilePlatforms : IAsyncLifetime
{
    internal BothPlatforms Both { get; } = new(Change);

    public ValueTask InitializeAsync() => Both.InitializeAsync();

    public ValueTask DisposeAsync() => Both.DisposeAsync();

    private static void Change(TemporaryStories stories)
    {
        var chance = new Random(11);
        foreach (var file in (string[])["facts.yaml", "entities.yaml"])
        {
            stories.Edit(
                $"knowledge/harbour-bridge/{file}",
                text => Said().Replace(text, found => $"{found.Groups[1].Value}{Quoted(found.Groups[2].Value, HostileTexts.Made(chance))}")
            );
        }
    }

    /// <summary>On one line, and in whole characters.</summary>
    private static string Quoted(string words, string hostile) =>
        JsonSerializer.Serialize(
            string.Concat($"{words.Trim('"')} {hostile}".ReplaceLineEndings(" ").EnumerateRunes().Select(rune => rune.ToString()))
        );

    [GeneratedRegex("^(  (?:says|name|scope): )(.+)$", RegexOptions.Multiline)]
    private static partial Regex Said();
}
