using Bot.Core.Conversation;
using Bot.Core.Digests;
using Bot.Core.Facts;

namespace Bot.Core.Tests.Digests;

/// <summary>What digests say, over editions of a small story.</summary>
public sealed class DigestOfTests
{
    private static readonly Fact Closed = SmallBooks.Fact("closed", "The Council closed the bridge.");
    private static readonly Fact Toll = SmallBooks.Fact("toll", "The Council asks a toll.");
    private static readonly string[] InOrder =
    [
        "\nCorrected\n",
        "corrected (what it says): Note on edition",
        "\nNew\n",
        "\nNo longer so\n",
        "It is free now.",
    ];

    private readonly Newsreel reel = new();

    public DigestOfTests() => reel.Load(Closed, Toll);

    [Fact]
    public void The_first_says_where_the_story_stands_and_the_next_only_what_is_new()
    {
        reel.Post()!.ShouldStartWith("Digests of \u201CThe bridge closes\u201D begin here.");
        reel.Load(Closed, Toll, SmallBooks.Fact("ferry", "The Council runs a ferry."));

        var text = reel.Post()!;

        text.ShouldStartWith(
            "\u201CThe bridge closes\u201D since Tuesday 3 March 2026, 09:00: 1 new. New: The Council runs a ferry. [the Council says so itself]"
        );
        text.ShouldContain("Source:");
        text.ShouldNotContain(Toll.Says);
    }

    [Fact]
    public void Where_nothing_is_new_nothing_is_said_for_a_month_and_then_a_line()
    {
        reel.Post();

        for (var day = 1; day < 30; day++)
        {
            reel.Post().ShouldBeNull();
        }

        reel.Post().ShouldBe("\u201CThe bridge closes\u201D: nothing changed since Tuesday 3 March 2026, 09:00. The digest goes on.");
        reel.Post().ShouldBeNull();
    }

    [Fact]
    public void Corrections_come_first_then_what_is_new_disputed_and_no_longer_so()
    {
        reel.Post();
        reel.Load(
            Closed with
            {
                Says = "The Council closed 2 lanes of the bridge.",
            },
            Toll with
            {
                Ended = new Ending(EndingKind.Superseded, new DateOnly(2026, 3, 3), "It is free now."),
            },
            SmallBooks.Fact("ferry", "The Council runs a ferry."),
            SmallBooks.Fact("pier", "The Council mends the pier.")
        );
        reel.Load(
            Closed with
            {
                Says = "The Council closed 2 lanes of the bridge.",
            },
            Toll with
            {
                Ended = new Ending(EndingKind.Superseded, new DateOnly(2026, 3, 3), "It is free now."),
            },
            SmallBooks.Fact("ferry", "The Council runs a ferry."),
            SmallBooks.Fact("pier", "The Council mends the pier.")
        );

        var text = reel.Post()!;

        text.ShouldStartWith(
            "\u201CThe bridge closes\u201D since Tuesday 3 March 2026, 09:00: 1 correction, 2 new, 1 no longer so. Corrected: The Council closed 2 lanes of the bridge."
        );
        InOrder.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ShouldBeInOrder();
        text.ShouldNotContain("closed the bridge.\n");
    }

    [Fact]
    public void Other_words_for_the_same_are_no_news_and_what_weighs_most_is_told_first()
    {
        reel.Post();
        reel.Load(Closed with { Says = "The bridge was closed by the Council." }, Toll);

        reel.Post().ShouldBeNull();

        reel.Load(Closed with { Says = "The Council closed 2 bridges." }, Toll with { Says = "The Council asks no toll." });

        var text = reel.Post()!;
        text.ShouldContain("2 corrections. Corrected: The Council asks no toll.");
        text.IndexOf("- The Council asks no toll.", StringComparison.Ordinal)
            .ShouldBeLessThan(text.IndexOf("- The Council closed 2 bridges.", StringComparison.Ordinal));
        DigestOf.Corrected(reel.Story, reel.Progress).ShouldBeNull();
    }

    [Fact]
    public void Only_what_changes_the_substance_is_worth_a_digest_before_its_time()
    {
        reel.Post();
        reel.Load(Closed with { Says = "The Council closed 2 bridges." }, Toll);
        DigestOf.Corrected(reel.Story, reel.Progress).ShouldBeNull();

        reel.Load(Closed with { Says = "The Council closed 2 bridges." }, Toll with { Status = FactStatus.Alleged });
        DigestOf.Corrected(reel.Story, reel.Progress).ShouldBe(reel.Time.GetUtcNow());
    }

    [Fact]
    public void What_others_contest_stands_under_its_own_heading()
    {
        reel.Post();
        reel.Load(Closed with { Disputed = "The ferry company says otherwise." }, Toll);

        var text = reel.Post()!;

        text.ShouldContain("1 disputed");
        text.ShouldContain("[disputed: The ferry company says otherwise.]");
    }

    [Fact]
    public void What_was_taken_back_is_told_first_and_not_repeated()
    {
        reel.Post();
        reel.Load(Closed, Toll with { Ended = new Ending(EndingKind.Retracted, new DateOnly(2026, 3, 3), "The source took it back.") });

        var text = reel.Post()!;

        text.ShouldContain(
            "Taken back: a statement (the Council says so itself; date not given; source: the Courier) is not repeated here. The source took it back."
        );
        text.ShouldNotContain(Toll.Says);
    }

    [Fact]
    public void What_is_not_given_any_more_is_told_and_not_repeated()
    {
        reel.Post();
        reel.Load(Closed);

        var text = reel.Post()!;

        text.ShouldContain("Not given any more: a statement");
        text.ShouldNotContain(Toll.Says);
    }

    [Fact]
    public void What_came_and_went_or_was_changed_and_changed_back_is_no_news()
    {
        reel.Post();
        reel.Load(Closed with { Says = "The Council opened the bridge." }, Toll, SmallBooks.Fact("ferry", "The Council runs a ferry."));
        reel.Load(Closed, Toll);

        reel.Post().ShouldBeNull();
        News.Since(reel.Story, reel.Progress.Covered!.Position).ShouldAllBe(item => item is NewsItem.LeftOut);
    }

    [Fact]
    public void A_story_that_is_closed_gets_a_last_digest_and_no_line_a_month_after_it()
    {
        reel.Post();
        reel.Load(new DateOnly(2026, 3, 3), Closed, Toll, SmallBooks.Fact("ferry", "The Council runs a ferry."));

        var text = reel.Post()!;

        text.ShouldStartWith(
            "\u201CThe bridge closes\u201D was closed on 3 March 2026: nothing more is expected, and this is the last digest. New: The Council runs a ferry."
        );
        reel.Post(days: 60).ShouldBeNull();

        reel.Load(
            new DateOnly(2026, 3, 3),
            Closed with
            {
                Says = "The Council closed 2 lanes of the bridge.",
            },
            Toll,
            SmallBooks.Fact("ferry", "The Council runs a ferry.")
        );
        reel.Post()!.ShouldContain("1 correction");
    }

    [Fact]
    public void A_busy_day_is_cut_under_its_heading_and_how_much_more_there_is_is_said()
    {
        reel.Post();
        reel.Load([Closed, Toll, .. Enumerable.Range(0, 25).Select(i => SmallBooks.Fact($"f{i:00}", $"The Council opens gate {i}."))]);

        var digest = reel.Digest()!;

        digest.Headline.ShouldContain("25 new");
        digest.Parts.OfType<Statement>().Count().ShouldBe(10);
        digest.Parts.OfType<More>().ShouldHaveSingleItem().Count.ShouldBe(15);
        digest.News.Count.ShouldBe(25);
    }

    [Fact]
    public void What_may_not_have_arrived_is_said_again_and_that_it_is()
    {
        reel.Post();
        reel.Load(Closed, Toll, SmallBooks.Fact("ferry", "The Council runs a ferry."));
        reel.Progress = reel.Progress with { Unsure = new DateTime(2026, 3, 4, 9, 0, 0) };

        reel.Post()!.ShouldContain("The digest of Wednesday 4 March 2026, 09:00 may not have arrived: what it said is said again here.");
    }

    [Fact]
    public void Another_story_is_begun_anew()
    {
        reel.Post();
        reel.Progress = reel.Progress with { Covered = reel.Progress.Covered! with { Story = new StorySlug("tunnel") } };

        reel.Post()!.ShouldContain("begin here");
    }
}
