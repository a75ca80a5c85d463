using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Tests.Conversation;

public sealed class StatusWordsTests
{
    [Theory]
    [InlineData(EntityKind.Person, "Ada Ferry, by their own account")]
    [InlineData(EntityKind.Group, "Ada Ferry, by their own account")]
    [InlineData(EntityKind.Organisation, "Ada Ferry says so itself")]
    [InlineData(EntityKind.Place, "Ada Ferry says so itself")]
    public void A_person_who_speaks_of_themselves_is_not_called_it(EntityKind kind, string words) => Words(kind, "ferry").ShouldBe(words);

    [Fact]
    public void Several_who_speak_of_themselves_are_they() =>
        Words(EntityKind.Organisation, "ferry", "other").ShouldBe("Ada Ferry and the Other, by their own account");

    [Theory]
    [InlineData("ferry", "no comment by Ada Ferry")]
    [InlineData("other", "no comment, as reported by the Other")]
    public void No_comment_is_told_as_reported_only_where_somebody_else_reports_it(string speaker, string words)
    {
        var said = SmallBooks.Fact("a", "Ada Ferry declined to comment.");
        var fact = new NonAnswer
        {
            Id = said.Id,
            Actors = [new EntityId("ferry")],
            Speaker = new Speaker.People([new EntityId(speaker)]),
            Status = said.Status,
            Known = said.Known,
            Says = said.Says,
            Sources = said.Sources,
            RestsOn = said.RestsOn,
        };
        var small = SmallBooks.Book(1);
        Entity[] entities = [SmallBooks.Entity("ferry", "Ada Ferry"), SmallBooks.Entity("other", "the Other")];
        StatusWords.Of(new FactBook(small.Story, [], small.Sources, entities, [fact]), fact).ShouldBe(words);
    }

    private static string Words(EntityKind kind, params string[] speakers)
    {
        var fact = SmallBooks.Fact("a", "A says so.") with { Speaker = new Speaker.People([.. speakers.Select(id => new EntityId(id))]) };
        var small = SmallBooks.Book(1);
        Entity[] entities = [SmallBooks.Entity("ferry", "Ada Ferry") with { Kind = kind }, SmallBooks.Entity("other", "the Other")];
        return StatusWords.Of(new FactBook(small.Story, [], small.Sources, entities, [fact]), fact);
    }
}
