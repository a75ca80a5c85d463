using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Conversation;

/// <summary>Look-ups as readers type them, over the bridge story.</summary>
public sealed class LookUpTests
{
    [Theory]
    [InlineData("2026", "Only in 2026: ")]
    [InlineData("May 2026", "Only in May 2026: ")]
    [InlineData("2026-05", "Only in May 2026: ")]
    [InlineData("April to May 2026", "Only from April 2026 to May 2026: ")]
    [InlineData("from April 2026 to May 2026", "Only from April 2026 to May 2026: ")]
    [InlineData("2026-04/2026-05", "Only from April 2026 to May 2026: ")]
    [InlineData("from 2026", "Only from 2026 on: ")]
    [InlineData("until May 2026", "Only up to May 2026: ")]
    [InlineData("last month", "Only in May 2026: ")]
    public void A_timeline_is_narrowed_and_says_so_first(string typed, string first)
    {
        var all = Said("/story timeline").ShouldBeOfType<Timeline>();
        var some = Said($"/story timeline {typed}").ShouldBeOfType<Timeline>();

        some.Headline.ShouldStartWith(first);
        some.Entries.ShouldNotBeEmpty();
        some.Entries.ShouldBeSubsetOf(all.Entries);
        some.Entries.ShouldAllBe(entry => entry.On != null && !entry.IsNew);
    }

    [Fact]
    public void A_narrowed_timeline_leaves_out_what_is_of_other_dates()
    {
        var all = Said("/story timeline").ShouldBeOfType<Timeline>();
        var day = all.Entries[0].On!.Earliest ?? all.Entries[0].On!.Latest;

        Said($"/story timeline {day:yyyy-MM-dd}").ShouldBeOfType<Timeline>().Entries.Count.ShouldBeLessThan(all.Entries.Count);
        Said("/story timeline 1999").ShouldBeOfType<Notice>().Headline.ShouldContain("in 1999");
    }

    [Theory]
    [InlineData("/story timeline since:yesterday-ish")]
    [InlineData("/story timeline the bridge 2026")]
    [InlineData("/story timeline 2026 since:soon")]
    [InlineData("/story timeline from May 2026 to April 2026")]
    [InlineData("/story changes since:2025-13")]
    public void What_is_no_date_is_refused_with_what_is_one(string line) =>
        Said(line).ShouldBeOfType<Refusal>().Headline.ShouldContain("September 2025");

    [Fact]
    public void What_new_means_is_said_and_a_mark_on_all_is_left_out()
    {
        var some = Said("/story timeline since:2026-05-06").ShouldBeOfType<Timeline>();
        some.Entries.Select(entry => entry.IsNew).Distinct().Count().ShouldBe(2);
        some.Foot.ShouldStartWith("New: what happened or was said on 6 May 2026 or later.");

        var dated = Said("/story timeline 2026 since:2000").ShouldBeOfType<Timeline>();
        dated.Entries.ShouldAllBe(entry => !entry.IsNew);
        dated.Foot.ShouldStartWith("All of it");

        Said("/story timeline since:2027").ShouldBeOfType<Timeline>().Foot.ShouldStartWith("None of it");
        Said("/story timeline").Foot.ShouldNotBeNull().ShouldNotContain("or was said on");
    }

    [Theory]
    [InlineData("/story changes last week", "25 May 2026")]
    [InlineData("/story changes since yesterday", "31 May 2026")]
    [InlineData("/story changes 2026-05", "1 May 2026")]
    public void Changes_are_read_by_the_dates_that_questions_have(string line, string since) =>
        Said(line).ShouldBeOfType<History>().Headline.ShouldStartWith($"Nothing changed since {since}.");

    [Theory]
    [InlineData("/story who")]
    [InlineData("/story who the council")]
    [InlineData("/story what")]
    [InlineData("/story what claims")]
    [InlineData("/story timeline")]
    [InlineData("/story responses")]
    [InlineData("/story suspended")]
    [InlineData("/story sources")]
    [InlineData("/story changes")]
    [InlineData("/story status")]
    [InlineData("/story what happened")]
    [InlineData("/ask who responded")]
    public void Another_day_is_looked_at_by_every_look_up_and_said_first(string line)
    {
        var then = new AsOf(Known: new DateOnly(1999, 12, 31));
        var reply = BothStories.Desk.Handle(Read(line), BothStories.Bridge.Story.Slug, asOf: then);

        reply.Headline.ShouldStartWith("Dateline has kept this story since");
        reply.Headline.ShouldContain("31 December 1999");
        reply.Parts.OfType<FactPart>().ShouldBeEmpty();
        reply.Parts.OfType<Picture>().ShouldBeEmpty();
    }

    [Fact]
    public void Help_and_a_digest_are_of_now()
    {
        var then = new AsOf(Known: new DateOnly(1999, 12, 31));

        BothStories.Desk.Handle(Read("/help"), asOf: then).ShouldBeOfType<Notice>().Headline.ShouldStartWith("Ask in plain words");
        BothStories
            .Desk.Handle(Read("/digest preview"), asOf: then)
            .ShouldBeOfType<Refusal>()
            .Headline.ShouldContain("without another day");
    }

    [Fact]
    public void A_look_up_of_another_day_holds_what_was_said_by_then()
    {
        var day = new DateOnly(2026, 5, 4);
        var all = Said("/story timeline").ShouldBeOfType<Timeline>();
        var then = BothStories
            .Desk.Handle(Read("/story timeline"), BothStories.Bridge.Story.Slug, asOf: new AsOf(Known: day))
            .ShouldBeOfType<Timeline>();

        then.Entries.Count.ShouldBeInRange(1, all.Entries.Count - 1);
        then.Entries.ShouldAllBe(entry => BothStories.Bridge.Book[entry.Fact].SaidBy <= day);
    }

    [Fact]
    public void What_follows_who_or_what_may_be_a_question()
    {
        Said("/story who responded").Headline.ShouldBe(Said("who responded").Headline);
        Said("/story what happened").Headline.ShouldBe(Said("what happened").Headline);
        Said("/story who zzz").ShouldBeOfType<Refusal>();
    }

    [Fact]
    public void Sources_are_found_by_a_word_of_their_names_or_publishers()
    {
        var source = BothStories.Bridge.Book.Sources[0];

        var found = Said($"/story sources {source.Short.ToUpperInvariant()}").ShouldBeOfType<Listing>();
        found.Headline.ShouldContain($"of {BothStories.Bridge.Book.Sources.Count}: ");
        found.Headline.ShouldContain(source.Short);
        Said("/story sources zzz").ShouldBeOfType<Refusal>().Headline.ShouldContain("zzz");
        Said("/story sources ?!").ShouldBeOfType<Refusal>();
    }

    [Theory]
    [InlineData("/help timeline", "/story timeline: what happened, by date.")]
    [InlineData("/help /story timeline", "/story timeline: what happened, by date.")]
    [InlineData("/help Digest", "/digest: ")]
    [InlineData("/help zzz", "There is no command called \u201Czzz\u201D. Ask in plain words")]
    [InlineData("/help", "Ask in plain words")]
    public void Help_tells_of_the_command_that_was_named(string line, string first) =>
        Said(line).ShouldBeOfType<Notice>().Headline.ShouldStartWith(first);

    [Fact]
    public void Help_on_a_command_shows_its_options_and_an_example()
    {
        foreach (var entry in Catalogue.All)
        {
            var lines = Said($"/help {entry.Path}").Parts.OfType<Line>().ToList();

            lines.Count.ShouldBe(entry.Typed.Count() + 1);
            lines[^1].Command.ShouldBe(entry.Example);
        }
    }

    private static Command Read(string line) => Grammar.Parse(line).ShouldBeOfType<Parsed.Understood>(line).Command;

    private static Reply Said(string line) => BothStories.Desk.Handle(Read(line), BothStories.Bridge.Story.Slug);
}
