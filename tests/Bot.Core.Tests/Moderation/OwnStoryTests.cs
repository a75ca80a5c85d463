using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>Which story a community follows, and stories that it starts itself.</summary>
public sealed class OwnStoryTests
{
    private static readonly StorySlug Mill = new("old-mill");

    [Fact]
    public async Task A_story_of_its_own_is_filled_followed_and_seen_by_nobody_else()
    {
        var room = await Started();
        await room.Make(new Change.Add(Draft("The old mill burned down.")), story: Mill);
        await room.Make(new Change.Follow(Mill));

        room.Shelf.Story(room.Shelf.Now, Town)!.Story.Slug.ShouldBe(Mill);
        Ask(room, Town, "what burned down?").ShouldContain("The old mill burned down.");
        Ask(room, Village, "what burned down?").ShouldNotContain("mill");
        room.Shelf.Story(room.Shelf.Now, Village, Mill.Value).ShouldBeNull();
        room.Shelf.Stories(room.Shelf.Now, Town).Select(story => story.Story.Slug).ShouldBe([Slug, Mill]);
        room.Shelf.Stories(room.Shelf.Now, Village).Select(story => story.Story.Slug).ShouldBe([Slug]);
        var restarted = await room.Restarted(Book());
        restarted.Story(restarted.Now, Town)!.Book.Facts.ShouldHaveSingleItem().Says.ShouldBe("The old mill burned down.");
    }

    [Fact]
    public async Task A_story_needs_a_title_a_zone_and_a_name_that_is_free()
    {
        var room = await Open();

        (await Refusal(room, new Change.StartStory(" ", "Europe/London"), Mill)).ShouldContain("needs a title");
        (await Refusal(room, new Change.StartStory(new string('m', 121), "Europe/London"), Mill)).ShouldContain(
            "121 characters long: 120 is the most"
        );
        (await Refusal(room, new Change.StartStory("The mill", "Nowhere"), Mill)).ShouldContain("no IANA time zone");
        (await Refusal(room, new Change.StartStory("The bridge", "Europe/London"), Slug)).ShouldContain("There is a story");
        await room.Make(new Change.StartStory(new string('m', 120), "Europe/London"), story: Mill);
        room.Shelf.Story(room.Shelf.Now, Town, Mill.Value).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_story_that_is_closed_says_so_in_its_answers_until_it_is_opened_again()
    {
        var room = await Open();
        await room.Make(new Change.CloseStory(new DateOnly(2026, 6, 1)));

        room.Ask(Town, "is the bridge closed").ShouldContain("The story was closed on 1 June 2026");
        room.Ask(Village, "is the bridge closed").ShouldNotContain("The story was closed");
        (await Refusal(room, new Change.CloseStory(new DateOnly(2026, 6, 2)), Slug)).ShouldContain("closed on 1 June 2026 already");
        await room.Make(new Change.ReopenStory());
        room.Ask(Town, "is the bridge closed").ShouldNotContain("The story was closed");
        (await Refusal(room, new Change.ReopenStory(), Slug)).ShouldContain("open already");
    }

    [Fact]
    public async Task One_choice_leaves_another_as_it_is_whoever_makes_it_meanwhile()
    {
        var room = await Started();
        await room.Make(new Change.ShareIn(SharingPlaces.Nowhere));
        await room.Make(new Change.Follow(Mill));

        room.Shelf.Settings(Town).ShouldBe(new CommunitySettings { Story = Mill, Sharing = SharingPlaces.Nowhere });
    }

    [Fact]
    public async Task Settings_are_the_communitys_own_and_only_what_is_there_can_be_chosen()
    {
        var room = await Started();
        (await Refusal(room, new Change.Follow(new StorySlug("no-story")), Slug)).ShouldContain("no story");
        await room.Make(new Change.Follow(Mill));

        (await Refusal(room, new Change.Follow(Mill), Slug)).ShouldContain("set so already");
        room.Shelf.Settings(Village).ShouldBe(CommunitySettings.Default);
        var again = await room.Make(new Change.Follow(null));
        again.ShouldBeOfType<ChangeOutcome.Done>();
        room.Shelf.Settings(Town).ShouldBe(CommunitySettings.Default);
    }

    [Fact]
    public async Task The_base_is_not_started_closed_opened_or_set_up_as_a_community_is()
    {
        var room = await Open();
        var before = room.Shelf.Now.Story()!.History;
        foreach (
            var change in new Change[]
            {
                new Change.StartStory("The old mill", "Europe/London"),
                new Change.CloseStory(new DateOnly(2026, 6, 1)),
                new Change.ReopenStory(),
                new Change.Follow(Slug),
                new Change.Hold(Closed),
            }
        )
        {
            (await room.Refused(change, CommunityId.Base)).ShouldBe(
                "The base is shared by all and changes by its files only: choose a community."
            );
        }

        await room.Load(Book(2));
        room.Shelf.Now.Story()!.History.ShouldBe(before);
    }

    [Fact]
    public async Task Where_there_is_no_community_the_foot_says_whose_facts_these_are()
    {
        var room = await Open();

        room.Ask(CommunityId.Base, "is the bridge closed").ShouldContain("From the reviewed facts that all share");
        room.Ask(Town, "is the bridge closed").ShouldNotContain("that all share");
    }

    private static async Task<Newsroom> Started()
    {
        var room = await Open();
        (await room.Make(new Change.StartStory("The old mill", "Europe/London"), story: Mill)).ShouldBeOfType<ChangeOutcome.Done>();
        return room;
    }

    private static string Ask(Newsroom room, CommunityId community, string question) =>
        Bot.Core.Conversation.PlainText.Of(
            new Bot.Core.Conversation.Desk(room.Shelf, room.Time).Handle(
                new Bot.Core.Conversation.Command.Ask(question, new()),
                story: null,
                community
            )
        );

    private static async Task<string> Refusal(Newsroom room, Change change, StorySlug story) =>
        (await room.Make(change, story: story)).ShouldBeOfType<ChangeOutcome.Refused>().Problems[0].Sentence;
}
