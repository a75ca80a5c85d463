using System.Text;
using System.Text.RegularExpressions;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Discord.Tests;

/// <summary>Every reply there is, and any text, within what Discord takes.</summary>
public sealed partial class RenderingTests
{
    private static readonly string[] Lines =
    [
        "who responded",
        "what was suspended",
        "is it genocide",
        "who killed the mayor",
        "what did the company say",
        "/story who",
        "/story responses",
        "/story what kind:account",
        "/story what",
        "/story timeline",
        "/story sources",
        "/story status",
        "/story changes",
        "/why who responded",
        "/help",
        "/help words",
        "/settings",
        "/privacy",
        "/stry who",
        "",
        "how many people",
        "when did it happen",
    ];

    private static readonly string[] InEveryCard = ["Speaker", "Status", "Date"];

    [Fact]
    public async Task Every_reply_fits_and_begins_with_the_whole_answer()
    {
        var (desk, shelf) = await Loaded();
        var count = 0;
        foreach (var story in shelf.Now.Stories.Values)
        {
            foreach (var line in Lines)
            {
                var reply = Grammar.Parse(line) is Parsed.Understood understood
                    ? desk.Handle(understood.Command, story.Story.Slug, CommunityId.Local)
                    : ((Parsed.NotUnderstood)Grammar.Parse(line)).Reply;
                var message = Renderer.Render(reply);
                Fits(message, line);
                message.Content.ShouldNotBeNullOrWhiteSpace(line);
                count++;
            }
        }

        count.ShouldBe(Lines.Length * shelf.Now.Stories.Count);
    }

    [Fact]
    public async Task A_card_never_goes_without_speaker_status_date_and_source()
    {
        var (desk, _) = await Loaded();
        var reply = desk.Handle(new Command.Responses(null));
        var message = Renderer.Render(reply);

        var cards = message.Embeds.Where(embed => embed.Fields is not null).ToList();
        cards.Count.ShouldBeGreaterThan(1);
        cards.ShouldAllBe(card => InEveryCard.All(name => card.Fields!.Any(field => field.Name == name && field.Value.Length > 0)));
        cards.ShouldAllBe(card => card.Fields!.Any(field => field.Name.StartsWith("Source") && field.Value.Length > 0));
    }

    [Fact]
    public void Any_reply_of_any_text_fits() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var chance = new Random(seed);
                    var reply = new Notice
                    {
                        Headline = Hostile(chance),
                        Parts =
                        [
                            .. Enumerable
                                .Range(0, chance.Next(60))
                                .Select<int, Part>(_ =>
                                    chance.Next(5) switch
                                    {
                                        0 => new Heading(Hostile(chance)),
                                        1 => new Line(Hostile(chance), chance.Next(2) == 0 ? Hostile(chance) : null),
                                        2 => new Hint(Hostile(chance)),
                                        3 => new Explanation([Hostile(chance), Hostile(chance)]),
                                        _ => new Actions([new ReplyAction(Hostile(chance), Hostile(chance))]),
                                    }
                                ),
                        ],
                        Foot = chance.Next(2) == 0 ? Hostile(chance) : null,
                    };
                    Fits(Renderer.Render(reply), $"seed {seed}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("@everyone")]
    [InlineData("@here now")]
    [InlineData("<@123456789012345678>")]
    [InlineData("<@&123456789012345678>")]
    [InlineData("<#123456789012345678>")]
    [InlineData("</ask:123>")]
    [InlineData("[click](https://example.org)")]
    [InlineData("https://example.org/x")]
    [InlineData("**bold** `code` ~~gone~~ ||spoiler|| > quote\n# heading\n- item")]
    [InlineData("\u202Eevil\u202C")]
    public void No_text_becomes_a_mention_a_link_or_a_form_of_its_own(string text)
    {
        var shown = DiscordText.Escape(text);

        Mention().IsMatch(shown).ShouldBeFalse(shown);
        Link().IsMatch(shown).ShouldBeFalse(shown);
        Unescaped().IsMatch(shown).ShouldBeFalse(shown);
        shown.ShouldNotContain('\u202E');
    }

    [Fact]
    public void A_text_is_cut_between_characters_as_people_see_them()
    {
        Cutting.Shorten("abc", 3).ShouldBe("abc");
        Cutting.Shorten("abcd", 3).ShouldBe("ab…");
        Cutting.Shorten("ab👩‍👩‍👧 de", 8).ShouldBe("ab…");
        Cutting.Shorten("e\u0301e\u0301e\u0301", 4).ShouldBe("e\u0301…");
    }

    [Fact]
    public void A_button_of_another_version_names_no_command()
    {
        ButtonId.Command(ButtonId.Of("/story who")).ShouldBe("/story who");
        ButtonId.Command("0:say:/story who").ShouldBeNull();
        ButtonId.Command("rm -rf").ShouldBeNull();
        ButtonId.Of(new string('x', 100)).ShouldBeNull();
    }

    private static void Fits(MessageData message, string what)
    {
        message.Content.Length.ShouldBeInRange(1, 2_000, what);
        message.Embeds.Count.ShouldBeLessThanOrEqualTo(10, what);
        message.Embeds.Sum(embed => embed.Length).ShouldBeLessThanOrEqualTo(6_000, what);
        foreach (var embed in message.Embeds)
        {
            (embed.Title?.Length ?? 0).ShouldBeLessThanOrEqualTo(256, what);
            embed.Description!.Length.ShouldBeInRange(1, 4_096, what);
            (embed.Footer?.Text.Length ?? 0).ShouldBeLessThanOrEqualTo(2_048, what);
            foreach (var field in embed.Fields ?? [])
            {
                field.Name.Trim().Length.ShouldBeInRange(1, 256, what);
                field.Value.Trim().Length.ShouldBeInRange(1, 1_024, what);
            }
        }

        message.Components.Count.ShouldBeLessThanOrEqualTo(1, what);
        foreach (var button in message.Components.SelectMany(row => row.Components))
        {
            button.Label.Trim().Length.ShouldBeInRange(1, 80, what);
            button.CustomId.Length.ShouldBeInRange(1, 100, what);
        }

        message.Components.SelectMany(row => row.Components).Select(button => button.CustomId).ShouldBeUnique();
        Mention().IsMatch(message.Content).ShouldBeFalse(what);
    }

    private static string Hostile(Random chance)
    {
        string[] pieces =
        [
            "@everyone ",
            "<@1>",
            "[a](http://b)",
            "`",
            "*",
            "\u202E",
            "\n# ",
            "شركة ",
            "👩‍👩‍👧",
            "e\u0301",
            "words and more words ",
            "\0",
            "\uD800",
        ];
        var text = new StringBuilder("x");
        for (var i = chance.Next(chance.Next(3) == 0 ? 400 : 8); i > 0; i--)
        {
            text.Append(pieces[chance.Next(pieces.Length)]);
        }

        return text.ToString();
    }

    private static async Task<(Desk, Shelf)> Loaded()
    {
        var lexicon = ShippedLexicon.Read();
        var books = Library.Read(Repository.Folder("seeds"), Repository.Folder("knowledge"), lexicon).Books;
        var bridge = Library
            .Read(
                Repository.Folder("tests", "stories", "bridge", "seeds"),
                Repository.Folder("tests", "stories", "bridge", "knowledge"),
                lexicon
            )
            .Books;
        var shelf = new Shelf();
        await new StoryKeeper(new InMemoryJournal(TimeProvider.System), shelf, TimeProvider.System, development: false).Load(
            [.. books, .. bridge],
            lexicon,
            null,
            CancellationToken.None
        );
        return (new Desk(shelf, TimeProvider.System), shelf);
    }

    [GeneratedRegex("@(everyone|here)|<@|<#|</|<a?:")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<!\\)\[[^\]]*(?<!\\)\]\(|https?://")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)(\*|`|~|\||_)|^(#|>|-) ", RegexOptions.Multiline)]
    private static partial Regex Unescaped();
}
