using Bot.Core.Conversation;

namespace Bot.Core.Tests.Conversation;

/// <summary>What a person sees of a reply.</summary>
internal static class Displayed
{
    /// <summary>Text that would call people, name a channel, or change how what follows looks.</summary>
    public static readonly string[] Working =
    [
        "@everyone",
        "@here",
        "<@12345>",
        "<#1>",
        "<!channel>",
        "```",
        "**",
        "__",
        "~~",
        "||",
        "[it](https://evil.example)",
        "<b>",
        "\\",
        "\u202E",
    ];

    /// <summary>Signs that no text of either story holds, and that work on one platform or another.</summary>
    private const string Signs = "@<>`*_~|\\#\u202E";

    /// <summary>All words of a reply: its plain text and the labels of its buttons.</summary>
    public static string Words(Reply reply) =>
        string.Join(
            '\n',
            reply.Parts.OfType<Actions>().SelectMany(actions => actions.Items).Select(item => item.Label).Prepend(PlainText.Of(reply))
        );

    /// <summary>An asker's words come back as letters and digits only, so that nothing in them works.</summary>
    public static void HasNothingOfTheAsker(Reply reply)
    {
        var words = Words(reply);
        words.Any(Signs.Contains).ShouldBeFalse(words);
        words.ShouldNotContain("](");
        words.ShouldNotContain("://");
    }
}
