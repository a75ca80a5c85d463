using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Conversation;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("Olivvant", "ollivant")]
    [InlineData("Hadlersen", "haldersen-krige")]
    [InlineData("Haldersen Krigge", "haldersen-krige")]
    [InlineData("Pethybrige", "pethybridge")]
    [InlineData("Quaey", "quaye")]
    [InlineData("inspektorate", "inspectorate")]
    [InlineData("Walkes League", "walkers-league")]
    [InlineData("Radio Estury", "radio-estuary")]
    [InlineData("Marygold Ann", "marigold-ann")]
    [InlineData("Brannocks Lane", "st-brannocs-lane")]
    [InlineData("chambre of trade", "chamber")]
    [InlineData("town counsil", "council")]
    public void A_slip_still_finds_the_name_where_looking_for_the_letters_finds_nothing(string typed, string entity)
    {
        BothStories
            .Bridge.Book.Entities.SelectMany(known => known.Aliases.Append(known.Name))
            .ShouldNotContain(name => name.Contains(typed, StringComparison.OrdinalIgnoreCase));

        Completion.Entities(typed, BothStories.Bridge)[0].Id.Value.ShouldBe(entity);
    }

    [Theory]
    [InlineData("HK", "haldersen-krige")]
    [InlineData("frogmen", "divers")]
    [InlineData("fire brig", "emergency-services")]
    [InlineData("the council", "council")]
    [InlineData("ahwu", "ahwu")]
    [InlineData("pier 4", "pier-4")]
    [InlineData("Saint Brannoc\u2019s Lane", "st-brannocs-lane")]
    public void Other_names_are_as_good_as_the_name(string typed, string entity) =>
        Completion.Entities(typed, BothStories.Bridge)[0].Id.Value.ShouldBe(entity);

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("qq")]
    public void What_is_like_no_name_finds_none(string typed) => Completion.Entities(typed, BothStories.Bridge).ShouldBeEmpty();

    [Fact]
    public void Everyone_is_found_by_each_of_his_names_first_or_among_namesakes()
    {
        foreach (var story in BothStories.All)
        {
            foreach (var entity in story.Book.Entities)
            {
                foreach (var name in entity.Aliases.Append(entity.Name))
                {
                    Completion.Entities(name, story).ShouldContain(entity, name);
                }
            }
        }
    }

    [Fact]
    public void With_nothing_typed_those_whom_most_facts_concern_come_first()
    {
        var story = BothStories.Bridge;

        var concerned = Completion
            .Entities("", story)
            .Select(entity => story.Book.Facts.Count(fact => fact.Actors.Contains(entity.Id) || fact.About.Contains(entity.Id)))
            .ToList();

        concerned.Count.ShouldBeGreaterThan(5);
        concerned.ShouldBe(concerned.OrderDescending());
    }

    [Fact]
    public void At_most_as_many_are_listed_as_a_platform_shows()
    {
        var crowd = Crowd(60);

        Completion.Entities("", crowd).Count.ShouldBe(Completion.Most);
        Completion.Suggest("/story who member", crowd).Count.ShouldBe(25);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/st")]
    [InlineData("/story ")]
    [InlineData("/story t")]
    public void Commands_are_offered_while_one_is_typed(string typed)
    {
        var offered = Completion.Suggest(typed, BothStories.Bridge);

        offered[0].Text.ShouldStartWith(typed);
        offered.ShouldAllBe(suggestion => Catalogue.Find(suggestion.Label.TrimStart('/')) != null);
    }

    [Fact]
    public void A_value_completes_the_whole_line()
    {
        Completion.Suggest("/story who zzoliv", BothStories.Bridge).ShouldBeEmpty();
        Completion.Suggest("/story who olliv", BothStories.Bridge)[0].Text.ShouldBe("/story who Margit Ollivant");
        Completion
            .Suggest("/story responses from: inspec", BothStories.Bridge)[0]
            .Text.ShouldBe("/story responses from:Coastal Structures Inspectorate");
        Completion.Suggest("/story what kind:cl", BothStories.Bridge)[0].Text.ShouldBe("/story what kind:claim");
        Completion
            .Suggest("/story who did:close name:pethy", BothStories.Bridge)[0]
            .Text.ShouldBe("/story who did:close name:Rosalind Pethybridge");
        Completion.Suggest("/story what s kind:cl", BothStories.Bridge)[0].Text.ShouldBe("/story what kind:claim");
        Completion.Suggest("/help w", BothStories.Bridge)[0].Text.ShouldBe("/help words");
    }

    [Fact]
    public void A_question_is_completed_from_what_people_ask()
    {
        var asked = BothStories.Bridge.Book.Facts.SelectMany(fact => fact.Asked).ToList();

        foreach (var typed in new[] { "what did the div", "/ask what did the div", "/why question:what did the div" })
        {
            var offered = Completion.Suggest(typed, BothStories.Bridge);
            offered.ShouldNotBeEmpty();
            asked.ShouldContain(offered[0].Label);
            offered[0].Text.ShouldEndWith(offered[0].Label);
        }
    }

    [Theory]
    [InlineData("/story who olliv")]
    [InlineData("who closed")]
    [InlineData("/st")]
    public void Without_a_story_only_commands_are_offered(string typed) =>
        Completion.Suggest(typed, null).ShouldAllBe(suggestion => suggestion.Text.StartsWith('/'));

    [Fact]
    public void Whatever_is_typed_a_short_list_of_lines_that_work_is_offered() =>
        Properties.Hold(
            AnyText.With(
                2_500,
                [.. Catalogue.All.Select(entry => $"/{entry.Path} "), "/", "name:", "kind:", "question:", "from:", "the", "what"]
            ),
            typed =>
            {
                foreach (var line in new[] { typed, "/" + typed, "/story who " + typed })
                {
                    var offered = Completion.Suggest(line, BothStories.Bridge);
                    offered.Count.ShouldBeLessThanOrEqualTo(Completion.Most);
                    foreach (var suggestion in offered)
                    {
                        suggestion.Label.ShouldNotBeNullOrWhiteSpace();
                        (suggestion.Text.Length > Grammar.Longest || Grammar.Parse(suggestion.Text) is Parsed.Understood).ShouldBeTrue(
                            suggestion.Text
                        );
                    }
                }
            },
            300
        );

    private static StorySnapshot Crowd(int members)
    {
        var few = SmallBooks.Book(1, SmallBooks.Fact("bridge-closed", "It closed."));
        var entities = Enumerable.Range(1, members).Select(number => SmallBooks.Entity($"member-{number}", $"Member {number}"));
        var book = new FactBook(few.Story, few.Seeds, few.Sources, [.. few.Entities, .. entities], few.Facts);
        var (time, shelf) = (new FakeTimeProvider(), new Shelf());
        var keeper = new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false);
        keeper.Load([book], SmallBooks.Lexicon, null, TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();
        return shelf.Now.Story()!;
    }
}
