using System.Text.RegularExpressions;
using Bot.Core.Communities;
using Bot.Core.Conversation;

namespace Bot.Core.Tests.Conversation;

/// <summary>Where all commands stand under one word, no reply names one by itself.</summary>
public sealed partial class NamingTests
{
    private static readonly Naming OneWord = new("/pier ");

    [Fact]
    public void No_reply_names_a_command_otherwise_than_it_is_called_there()
    {
        var answering = new Answering(BothStories.Desk, BothStories.Shelf);
        string[] lines =
        [
            .. Catalogue.All.Select(entry => $"/{entry.Path}"),
            .. Catalogue.All.Select(entry => entry.Example),
            "/story who nobody at all",
            "/story responses nobody at all",
            "/story what kind:clam",
            "/story what kind:xyzzy",
            "/stroy who",
            "/privacy please",
            "/nothing like it",
            "who walked on the moon",
        ];
        var named = 0;
        foreach (var line in lines)
        {
            var reply = answering.To(Grammar.Parse(line), CommunityId.Local, OneWord).Reply;

            var told = PlainText.Of(reply);
            SlashCommand().Matches(told).Select(match => match.Value).ShouldBeEmpty($"{line}: {told}");
            named += told.Contains("/pier ", StringComparison.Ordinal) ? 1 : 0;
        }

        named.ShouldBeGreaterThan(5);
    }

    /// <summary>A slash and a word, where no other word stands before: a command by itself.</summary>
    [GeneratedRegex(@"(?<![\w/.])/(?!pier )[a-z]+")]
    private static partial Regex SlashCommand();
}
