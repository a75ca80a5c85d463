using System.Text.RegularExpressions;
using Bot.Core.Conversation;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Testing.Conversation;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Discord.Tests;

/// <summary>Every reply there is, and any text, within what Discord takes.</summary>
public sealed partial class RenderingTests
{
    private static readonly string[] InEveryCard = ["Speaker", "Status", "Date"];

    [Fact]
    public async Task Every_reply_fits_and_begins_with_the_whole_answer()
    {
        var (desk, shelf) = await Replies.Loaded();
        var count = 0;
        foreach (var (line, reply) in Replies.Of(desk, shelf))
        {
            var message = Renderer.Render(reply);
            Fits(message, line);
            message.Content.ShouldNotBeNullOrWhiteSpace(line);
            count++;
        }

        count.ShouldBe(Replies.Lines.Count * shelf.Now.Stories.Count);
    }

    [Fact]
    public async Task A_card_never_goes_without_speaker_status_date_and_source()
    {
        var (desk, _) = await Replies.Loaded();
        var reply = desk.Handle(new Command.Responses(null));
        var message = Renderer.Render(reply);

        var cards = message.Embeds.Where(embed => embed.Fields is not null).ToList();
        cards.Count.ShouldBeGreaterThan(1);
        cards.ShouldAllBe(card => InEveryCard.All(name => card.Fields!.Any(field => field.Name == name && field.Value.Length > 0)));
        cards.ShouldAllBe(card => card.Fields!.Any(field => field.Name.StartsWith("Source") && field.Value.Length > 0));
    }

    [Fact]
    public void Of_a_list_that_has_no_room_it_is_said_how_many_more_there_are_and_the_foot_stays()
    {
        Part[] parts = [.. Enumerable.Range(0, 100).Select(i => new Line($"Somebody said this, and it was the {i}th time in all."))];
        var reply = new Listing
        {
            Headline = "All of it.",
            Parts = [.. parts, new More(900)],
            Foot = "From one source.",
        };

        var lines = Renderer.Render(reply).Embeds.ShouldHaveSingleItem().Description!.Split('\n');

        lines.Length.ShouldBeInRange(40, 99);
        lines[^2].ShouldBe($"*{1_000 - (lines.Length - 2)} more: ask about one of them.*");
        lines[^1].ShouldBe("-# From one source.");
    }

    [Fact]
    public void Any_reply_of_any_text_fits() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    Fits(Renderer.Render(Replies.Hostile(seed)), $"seed {seed}");
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

        message.Components.Count.ShouldBeLessThanOrEqualTo(5, what);
        message.Components.ShouldAllBe(row => row.Components.Count >= 1 && row.Components.Count <= 5, what);
        foreach (var button in message.Components.SelectMany(row => row.Components).Cast<Button>())
        {
            button.Label.Trim().Length.ShouldBeInRange(1, 80, what);
            button.CustomId.Length.ShouldBeInRange(1, 100, what);
        }

        message.Components.SelectMany(row => row.Components).Select(button => button.CustomId).ShouldBeUnique();
        Mention().IsMatch(message.Content).ShouldBeFalse(what);
    }

    [GeneratedRegex("@(everyone|here)|<@|<#|</|<a?:")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<!\\)\[[^\]]*(?<!\\)\]\(|https?://")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)(\*|`|~|\||_)|^(#|>|-) ", RegexOptions.Multiline)]
    private static partial Regex Unescaped();
}
