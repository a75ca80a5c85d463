using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Core.Questions.Answering;
using Bot.Core.Tests.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Conversation;

/// <summary>What was shown is shown again as it stands today.</summary>
public sealed class ShowAgainTests
{
    [Fact]
    public async Task Facts_that_stand_as_they_did_are_shown_again()
    {
        var room = await Open();
        var asked = Ask(room, new Command.Ask("is the bridge closed?", new AsOf()));

        var again = Again(room, Posting.Shareable(asked)).ShouldBeOfType<ShownAgain>();

        again.Changed.ShouldBeFalse();
        again.Headline.ShouldContain("closed");
        ShownFact.Of(again).ShouldBe(ShownFact.Of(asked), ignoreOrder: true);
        again.Foot.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_fact_that_was_restated_is_shown_as_it_is_now_and_that_it_changed_is_said()
    {
        var room = await Open();
        var shown = Of(room, Closed);
        await room.Done(new Change.Restate(Closed, Restated("The council shut the bridge.")));

        var again = Again(room, [shown]).ShouldBeOfType<ShownAgain>();

        again.Changed.ShouldBeTrue();
        again.Headline.ShouldContain("The council shut the bridge.");
        Again(room, [Of(room, Closed)]).ShouldBeOfType<ShownAgain>().Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_not_given_any_more_is_left_out_and_where_nothing_is_left_that_is_said()
    {
        var room = await Open();
        var other = room.Story(Town).InForce.First(revision => revision.Fact is Assertion && revision.Fact.Id != Closed).Fact.Id;
        ShownFact[] both = [Of(room, Closed), Of(room, other)];
        await room.Done(new Change.Hold(Closed));

        var again = Again(room, both).ShouldBeOfType<ShownAgain>();
        again.Changed.ShouldBeTrue();
        ShownFact.Of(again).ShouldNotContain(shown => shown.Fact == Closed);
        Again(room, [both[0]]).ShouldBeOfType<Refusal>().Headline.ShouldContain("not given any more");
        Again(room, [new ShownFact(new FactId("never-was"), 1)]).ShouldBeOfType<Refusal>().Headline.ShouldContain("not given any more");
    }

    [Fact]
    public async Task An_account_comes_with_the_other_sides()
    {
        var room = await Open();
        var account = room.Story(Town).InForce.First(revision => revision.Fact is Account).Fact.Id;

        var pair = Again(room, [Of(room, account)]).Parts.OfType<Pair>().ShouldHaveSingleItem();

        new[] { pair.First.Id, pair.Second.Id }.ShouldContain(account);
    }

    [Fact]
    public async Task Facts_of_another_story_are_not_shown()
    {
        var room = await Open();
        var command = new Command.ShowAgain(new StorySlug("elsewhere").Handle, [new HandledFact(Closed.Handle, 1)]);

        Ask(room, command).ShouldBeOfType<Refusal>().Headline.ShouldContain("a story that is not followed here");
    }

    [Fact]
    public async Task Only_what_says_something_of_today_can_be_shared()
    {
        var room = await Open();

        Posting.Shareable(Ask(room, new Command.What(FactKind.Figure))).ShouldNotBeEmpty();
        Posting.Shareable(Ask(room, new Command.Responses(null))).ShouldNotBeEmpty();
        Posting.Shareable(Ask(room, new Command.Ask("is the bridge closed?", new AsOf(Known: new DateOnly(2026, 6, 1))))).ShouldBeEmpty();
        Posting.Shareable(Ask(room, new Command.Ask("who killed the mayor?", new AsOf()))).ShouldBeEmpty();
        Posting.Shareable(Ask(room, new Command.Why("is the bridge closed?"))).ShouldBeEmpty();
        Posting.Shareable(Ask(room, new Command.Help(Words: true))).ShouldBeEmpty();
        Posting.Shareable(Ask(room, new Command.Sources())).ShouldBeEmpty();
    }

    private static Reply Ask(Newsroom room, Command command) => new Desk(room.Shelf, room.Time).Handle(command, Slug, Town);

    private static Reply Again(Newsroom room, IEnumerable<ShownFact> facts) =>
        Ask(room, new Command.ShowAgain(Slug.Handle, [.. facts.Select(shown => new HandledFact(shown.Fact.Handle, shown.Revision))]));

    private static ShownFact Of(Newsroom room, FactId id) => new(id, room.Story(Town).Current(id)!.Number);
}
