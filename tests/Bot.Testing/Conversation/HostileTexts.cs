using System.Text;

namespace Bot.Testing.Conversation;

/// <summary>Texts that try to be more than texts, on any platform: to call people, to be links, to hide, to turn what stands around them.</summary>
public static class HostileTexts
{
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "@everyone ",
        "@here",
        "@channel ",
        "<!channel>",
        "<!here|here>",
        "<!everyone>",
        "<!subteam^S0HARBOR1|@crew>",
        "<!date^1700000000^{date}^https://example.org|x>",
        "<@1>",
        "<@123456789012345678>",
        "<@&123456789012345678>",
        "<@U0HARBOR3>",
        "<@W0HARBOR3|mira>",
        "<#123456789012345678>",
        "<#C0HARBOR2|quay>",
        "</ask:123>",
        "<:crane:123>",
        "<https://example.org|a bank>",
        "<mailto:a@example.org|write>",
        "[a](http://b)",
        "https://example.org/x",
        "www.example.org",
        "&lt;!channel&gt;",
        "&amp;lt;@U0HARBOR3&amp;gt;",
        "<<!here>>",
        "<@U0<@U1>>",
        "<\u200B!channel>",
        "@\u200Beveryone",
        "@\u2060here",
        "\uFEFF<!channel>\uFEFF",
        ":tada:",
        "`",
        "```",
        "*bold*",
        "_slanted_",
        "~gone~",
        "||hidden||",
        "*",
        "\u202E",
        "\u2067",
        "\n# ",
        "\n> ",
        "\n- ",
        "\u0634\u0631\u0643\u0629 ",
        "\U0001F469\u200D\U0001F469\u200D\U0001F467",
        "e\u0301",
        "words and more words ",
        "\0",
        "\uD800",
        "&",
        "<",
        ">",
        "|",
        "!",
    ];

    /// <summary>Some of them, one after another.</summary>
    public static string Made(Random chance)
    {
        var text = new StringBuilder();
        for (var count = chance.Next(1, 12); count > 0; count--)
        {
            text.Append(Pieces[chance.Next(Pieces.Count)]);
        }

        return text.ToString();
    }
}
