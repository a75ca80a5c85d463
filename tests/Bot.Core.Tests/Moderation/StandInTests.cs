using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Tests.Conversation.Moderating;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>What somebody does who stands in for a second moderator, and until when.</summary>
public sealed class StandInTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly DateTimeOffset End = new(2026, 6, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Who_stands_in_decides_about_proposals_alone_and_holds()
    {
        var room = await Open();
        var report = await room.Member().Waits(new Change.Report(Closed), "It is open.");
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        var sam = new Somebody(room, "sam", Role.StandIn);

        foreach (
            var change in new Change[]
            {
                new Change.Reject(report),
                new Change.Approve(report),
                new Change.Retract(Closed, Day),
                new Change.Release(Closed),
                new Change.Undo(Closed),
                new Change.EraseFact(Closed),
                new Change.Add(Draft("A raft was launched.")),
                new Change.KeepOurs(Closed),
                new Change.Reject(ItemId.Of("no such thing")),
            }
        )
        {
            (await sam.Refused(change)).ShouldStartWith("Who stands in for a second moderator approves or rejects");
        }

        (await sam.Refused(new Change.StoodInBy(null))).ShouldStartWith("Only moderators");
        await sam.Done(new Change.Hold(Closed));
        await sam.Done(new Change.Reject(item), "It is so.");
        (await sam.Refused(new Change.Approve(item))).ShouldContain("it was rejected");
        room.Queue.Open.ShouldHaveSingleItem().Id.ShouldBe(report);
    }

    [Fact]
    public async Task Who_stands_in_sees_of_the_queue_what_was_proposed()
    {
        var room = await Open();
        var report = await room.Member().Waits(new Change.Report(Closed), "My neighbour Ada says it is open.");
        await room.Ann().Waits(new Change.Retract(Closed, Day));
        var phone = new Phone(room, "sam", new Standing.StandIn(End));

        PlainText
            .Of(await phone.Type("/fact queue"))
            .ShouldSatisfyAllConditions(
                words => words.ShouldStartWith("One thing waits for moderators."),
                words => words.ShouldNotContain("Ada")
            );
        PlainText.Of(await phone.Type($"/fact queue item:{report}")).ShouldStartWith("That is for moderators. You stand in");
        (await phone.Type("/fact history")).Headline.ShouldStartWith("That is for moderators. You stand in");
    }

    [Fact]
    public async Task Who_stands_in_is_offered_proposals_to_decide_about_and_nothing_that_is_held_or_reported()
    {
        var room = await Open();
        await room.Member().Waits(new Change.Report(Closed), "My neighbour Ada says it is open.");
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        var held = room.Story(Town).InForce.First(revision => revision.Fact.Id != Closed).Fact.Id;
        await room.Bea().Done(new Change.Hold(held));
        Choosing Offered(Standing standing) => new(room.Story(Town), room.Queue, standing);

        Offered(new Standing.StandIn(End)).Items("").Select(each => each.Value).ShouldBe([item.Value]);
        Offered(new Standing.StandIn(End)).Facts("").Select(each => each.Value).ShouldNotContain(held.Value);
        Offered(new Standing.Moderator()).Items("").Count.ShouldBe(2);
        Offered(new Standing.Moderator()).Facts("").Select(each => each.Value).ShouldContain(held.Value);
        Offered(new Standing.Member("")).Items("").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fact approve", true)]
    [InlineData("fact reject", true)]
    [InlineData("fact hold", true)]
    [InlineData("fact queue", true)]
    [InlineData("fact retract", false)]
    [InlineData("fact undo", false)]
    [InlineData("fact add", false)]
    [InlineData("fact erase", false)]
    [InlineData("report", false)]
    [InlineData("no such", false)]
    public void Which_commands_are_for_who_stands_in_is_told_by_their_paths(string path, bool theirs) =>
        ModeratorDesk.IsForStandIns(path).ShouldBe(theirs);

    [Fact]
    public async Task What_waits_for_a_second_moderator_for_more_than_a_day_says_that_somebody_can_stand_in()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        var phone = new Phone(room, "bea");
        const string Hint = "Whoever manages the server or workspace can name somebody who stands in for a second moderator, in /settings.";

        PlainText.Of(await phone.Type($"/fact queue item:{item}")).ShouldNotContain(Hint);
        room.Time.Advance(TimeSpan.FromDays(1));
        PlainText.Of(await phone.Type($"/fact queue item:{item}")).ShouldContain(Hint);
    }

    [Fact]
    public async Task Who_stood_in_is_forgotten_when_something_else_is_chosen_after_the_end_and_kept_before()
    {
        var room = await Open();
        var named = StandIns.Of([new PersonKey("p2"), new PersonKey("p1")], End).ShouldNotBeNull();
        await room.Ann().Done(new Change.StoodInBy(named), "");
        await room.Ann().Done(new Change.AskSecond(true), "");
        room.Shelf.Settings(Town).StandIns.ShouldBe(named);

        room.Time.SetUtcNow(End);
        await room.Ann().Done(new Change.AskSecond(false), "");
        room.Shelf.Settings(Town).StandIns.ShouldBeNull();
    }

    [Fact]
    public void They_are_written_in_one_way_and_read_back_as_they_were()
    {
        var named = StandIns.Of([new PersonKey("p2"), new PersonKey("p1"), new PersonKey("p2")], End.AddMilliseconds(4)).ShouldNotBeNull();

        named.ToString().ShouldBe("2026-06-04T09:00:00Z p1 p2");
        StandIns.TryParse(named.ToString()).ShouldBe(named);
        (named.Until, named.People).ShouldSatisfyAllConditions(
            read => read.Until.ShouldBe(End),
            read => read.People.ShouldBe([new PersonKey("p1"), new PersonKey("p2")])
        );
        StandIns.Of([], End).ShouldBeNull();
        foreach (var text in (string[])["", "p1", "2026-06-04T09:00:00Z", "2026-06-04T09:00:00Z p2 p1", "soon p1"])
        {
            StandIns.TryParse(text).ShouldBeNull(text);
        }
    }
}
