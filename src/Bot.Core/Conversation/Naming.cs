using System.Text.RegularExpressions;

namespace Bot.Core.Conversation;

/// <summary>
/// How commands are called where a reply is read: by themselves after a slash, or as words after something else. It is for the eyes of readers only: lines that
/// buttons carry are always of the first sort.
/// </summary>
/// <param name="Before">What stands before a command's path: "/", "/dateline ".</param>
public sealed record Naming(string Before)
{
    /// <summary>Each command by itself: "/story who".</summary>
    public static Naming Slash { get; } = new("/");

    /// <param name="path">"story who".</param>
    public string Of(string path) => Before + path;

    /// <summary>A sentence that names commands by themselves, with what they are called instead.</summary>
    public string Within(string sentence) =>
        this == Slash
            ? sentence
            : Catalogue
                .Groups.Keys.Concat(Catalogue.All.Select(entry => entry.Path.Split(' ')[0]))
                .Distinct()
                .Aggregate(
                    sentence,
                    (said, word) =>
                        Regex.Replace(said, $@"(?<![\w/])/{word}\b", Before.Replace("$", "$$") + word, RegexOptions.CultureInvariant)
                );

    /// <param name="line">A line as it is read: "/story who name:the council".</param>
    public string Typed(string line) => line.StartsWith('/') ? Of(line[1..]) : line;
}
