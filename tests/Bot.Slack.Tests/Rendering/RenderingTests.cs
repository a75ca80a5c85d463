using Bot.Core.Conversation;
using Bot.Core.Conversation.Settings;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Testing.Conversation;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Every reply there is, and any text, within what Slack takes.</summary>
public sealed class RenderingTests
{
    private static readonly string[] InEveryCard = ["Speaker: ", "Status: ", "Date: "];

    [Fact]
    public async Task Every_reply_fits_as_a_message_and_as_a_window_and_begins_with_the_whole_answer()
    {
        var (desk, shelf) = await Replies.Loaded();
        var count = 0;
        foreach (var (line, reply) in Replies.Of(desk, shelf))
        {
            var body = Renderer.Render(reply);
            Taken.Fits(body, line);
            Taken.Fits(Window.Of(body), line);
            Words(body.Blocks[0]).ShouldBe(SlackText.Plain(reply.Headline, 3_000), line);
            body.Text.ShouldStartWith(SlackText.Escape(reply.Headline, 200)[..^1], Case.Sensitive, line);
            count++;
        }

        count.ShouldBe(Replies.Lines.Count * shelf.Now.Stories.Count);
    }

    [Fact]
    public async Task A_fact_never_goes_without_speaker_status_date_and_source_nor_does_it_where_only_text_is_read()
    {
        var (desk, _) = await Replies.Loaded();
        var reply = desk.Handle(new Command.Responses(null));
        var body = Renderer.Render(reply);

        var cards = body.Blocks.OfType<RichText>().Where(block => Words(block).Contains("Speaker: ")).ToList();
        cards.Count.ShouldBeGreaterThan(1);
        cards.ShouldAllBe(card => InEveryCard.All(name => Words(card).Contains(name)) && Words(card).Contains("Source"));
        foreach (var fact in reply.Parts.OfType<FactPart>().Take(2))
        {
            body.Text.ShouldContain(SlackText.Escape(fact.Attribution.StatusWords));
            body.Text.ShouldContain(SlackText.Escape(fact.Attribution.Sources[0].Words));
        }
    }

    [Fact]
    public void An_address_of_ours_is_a_link_with_its_words_and_stands_nowhere_else()
    {
        var reply = new Notice { Headline = "For you.", Parts = [new WebLink("Open it", new Uri("https://dateline.example/link/a_b-c"))] };

        var body = Renderer.Render(reply);

        var run = body
            .Blocks.OfType<RichText>()
            .SelectMany(block => block.Elements)
            .OfType<Paragraph>()
            .SelectMany(paragraph => paragraph.Elements)
            .OfType<Run>()
            .Last();
        (run.Type, run.Words, run.Url).ShouldBe(("link", "Open it", "https://dateline.example/link/a_b-c"));
        body.Text.ShouldBe("For you.");
    }

    [Fact]
    public void Of_a_list_that_has_no_room_it_is_said_how_many_more_there_are_and_the_foot_stays()
    {
        Part[] parts = [.. Enumerable.Range(0, 400).Select(i => new Line($"Somebody said this, and it was the {i}th time in all."))];
        var reply = new Listing
        {
            Headline = "All of it.",
            Parts = [.. parts, new More(900)],
            Foot = "From one source.",
        };

        var body = Renderer.Render(reply);

        Taken.Fits(body, "a long list");
        var shown = body
            .Blocks.OfType<RichText>()
            .SelectMany(block => block.Elements)
            .OfType<BulletList>()
            .Sum(list => list.Elements.Count);
        shown.ShouldBeInRange(100, 399);
        Words(body.Blocks[^2]).ShouldEndWith($"{1_300 - shown} more: ask about one of them.");
        body.Blocks[^1].ShouldBeOfType<Context>().Elements.ShouldHaveSingleItem().Words.ShouldBe("From one source.");
        body.Text.ShouldEndWith(
            "more\u200B: ask about one of them.\n\nFrom one source.".Replace("\u200B:", ":\u200B", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Any_reply_of_any_text_fits() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed => Taken.Fits(Renderer.Render(Replies.Hostile(seed)), $"seed {seed}")
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Any_menu_of_any_text_fits() =>
        Prop.ForAll(
                Gen.Choose(1, 250).ToArbitrary(),
                count =>
                {
                    var chance = new Random(count);
                    var menu = new Menu(
                        "1:set:story",
                        HostileTexts.Made(chance) + "x",
                        [.. Enumerable.Range(0, count).Select(i => new MenuOption($"x{HostileTexts.Made(chance)}", $"story-{i}", i == 0))]
                    );
                    Taken.Fits(new MessageBody("x", [Rows.Of(menu)]), $"{count} options");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void Any_text_is_cut_to_its_room_after_it_is_escaped_and_never_within_what_stands_for_one_character() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                Gen.Choose(1, 60).ToArbitrary(),
                (seed, most) =>
                {
                    var text = HostileTexts.Made(new Random(seed));
                    var shown = SlackText.Escape(text, most);

                    // Isolating marks and the marks of a cut may take more than the smallest rooms.
                    shown.Length.ShouldBeLessThanOrEqualTo(Math.Max(most, 5), $"seed {seed}");
                    Taken.IsDead(shown, $"seed {seed}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string Words(Block block) =>
        string.Concat(((RichText)block).Elements.SelectMany(Runs).OfType<Run>().Select(run => run.Words));

    private static IEnumerable<Inline> Runs(RichElement element) =>
        element switch
        {
            Paragraph paragraph => paragraph.Elements,
            QuotedText quote => quote.Elements,
            BulletList list => list.Elements.SelectMany(point => point.Elements),
            _ => [],
        };
}
