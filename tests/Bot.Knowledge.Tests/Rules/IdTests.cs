using Bot.Core.Facts;
using static Bot.Knowledge.Tests.SmallStory;

namespace Bot.Knowledge.Tests.Rules;

public sealed class IdTests
{
    [Fact]
    public void An_id_stands_for_one_fact_only() =>
        Plus(Fact("bridge-closed", "claim", "council", "stated", Three))
            .Problem()
            .ShouldStartWith("The id 'bridge-closed' is already that of another fact at draft:");

    [Fact]
    public void A_former_id_is_taken_as_well() =>
        First(fact => fact with { Formerly = [T("repair-time")] })
            .Problem()
            .ShouldStartWith("The former id 'repair-time' is already that of another fact at draft:");

    [Theory]
    [InlineData("Bridge")]
    [InlineData("bridge closed")]
    [InlineData("-bridge")]
    [InlineData("~abcdefgh")]
    [InlineData("pont-fermé")]
    public void An_id_is_made_of_plain_letters_digits_and_hyphens(string id) =>
        Plus(Fact(id, "claim", "council", "stated", Three))
            .Problem()
            .ShouldStartWith($"The id '{id}' of a fact may hold only lower-case letters");

    [Fact]
    public void An_id_stands_for_one_seed_source_and_entity_only()
    {
        var draft = Draft;

        (draft with { Seeds = [.. draft.Seeds, draft.Seeds[0] with { Id = T("notes") }] })
            .Problem()
            .ShouldStartWith("The id 'notes' is already that of another seed");
        (draft with { Sources = [.. draft.Sources, draft.Sources[0] with { Id = T("report") }] })
            .Problem()
            .ShouldStartWith("The id 'report' is already that of another source");
        (draft with { Entities = [.. draft.Entities, draft.Entities[0] with { Id = T("engineer"), Name = T("x"), Aliases = [] }] })
            .Problem()
            .ShouldStartWith("The id 'engineer' is already that of another entity");
    }

    [Fact]
    public void An_entity_and_a_source_never_share_an_id()
    {
        var draft = Draft;

        (draft with { Entities = [.. draft.Entities, draft.Entities[0] with { Id = T("report"), Name = T("the report"), Aliases = [] }] })
            .Problem()
            .ShouldStartWith("The id 'report' is that of an entity and of a source (draft:");
    }

    [Fact]
    public void Two_handles_never_meet()
    {
        var (one, other) = TwoThatMeet();

        Plus(Fact(one, "claim", "council", "stated", Three), Fact(other, "claim", "council", "stated", Three))
            .Problem()
            .ShouldBe(
                $"The ids '{one}' and '{other}' have the same handle ({new FactId(one).Handle}), by which buttons know facts: choose another id for one of them."
            );
    }

    [Fact]
    public void What_could_not_be_read_whole_is_not_called_unknown()
    {
        var draft = First(fact => fact with { Links = [Link("supports", "lost")], Speaker = [T("lost")], About = [T("lost")] });
        var lost = new Problem(draft.At, "A part was lost.");

        (draft with { Unread = DraftParts.Facts | DraftParts.Entities, Problems = [lost] }).Problem().ShouldBe("A part was lost.");
    }

    private static (string One, string Other) TwoThatMeet()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; ; i++)
        {
            var id = $"fact-{i}";
            if (!seen.TryAdd(new FactId(id).Handle, id))
            {
                return (seen[new FactId(id).Handle], id);
            }
        }
    }
}
