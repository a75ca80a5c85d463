using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Conversation;

/// <summary>What changed, told over editions of a small story.</summary>
public sealed class ChangesTests
{
    private static readonly Fact Closed = SmallBooks.Fact("closed", "The Council closed the bridge.");
    private static readonly Fact Toll = SmallBooks.Fact("toll", "The Council asks a toll.");

    [Fact]
    public void A_fact_that_ended_is_told_with_who_says_it_and_how_it_stands()
    {
        var text = Changes([Closed, Toll], [Closed with { Ended = Ending(EndingKind.Superseded, "It opened again.") }, Toll]);

        text.ShouldContain("superseded: The Council closed the bridge. [the Council says so itself] It opened again.");
    }

    [Fact]
    public void What_was_taken_back_is_not_told_by_the_line_that_once_added_it_either()
    {
        Fact taken = Toll with { Ended = Ending(EndingKind.Retracted, "The source took it back.") };

        Changes([Closed], [Closed, Toll]).ShouldContain(Toll.Says);
        var text = Changes([Closed], [Closed, Toll], [Closed, taken]);

        text.ShouldContain("added: the fact toll, not repeated here: its source took it back.");
        text.ShouldContain("retracted: the fact toll. The source took it back.");
        text.ShouldNotContain(Toll.Says);
        Changes([Closed], [Closed, Toll], [Closed, taken], [Closed]).ShouldNotContain(Toll.Says);
    }

    [Fact]
    public void What_is_not_given_any_more_is_not_told_by_the_line_that_once_added_it_and_what_was_renamed_is()
    {
        var text = Changes([Closed], [Closed, Toll], [Closed]);

        text.ShouldContain("added: the fact toll, not repeated here: it is no longer given.");
        text.ShouldContain("removed: the fact toll is no longer given.");
        text.ShouldNotContain(Toll.Says);
        Changes([Closed], [Closed, Toll], [Closed, SmallBooks.Fact("tax", Toll.Says, "toll")]).ShouldContain($"added: {Toll.Says}");
    }

    private static Ending Ending(EndingKind how, string reason) => new(how, new DateOnly(2026, 3, 2), reason);

    private static string Changes(params IReadOnlyList<Fact>[] editions)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false);
        for (var i = 0; i < editions.Length; i++)
        {
            var loading = keeper.Load([SmallBooks.Book(i + 1, [.. editions[i]])], SmallBooks.Lexicon, null, CancellationToken.None);
            loading.IsCompletedSuccessfully.ShouldBeTrue();
            loading.Result.ShouldBeEmpty();
        }

        return PlainText.Of(new Desk(shelf, time).Handle(new Command.Changes(null)));
    }
}
