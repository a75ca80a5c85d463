using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>What is named again later is not undone by what an erasure writes again.</summary>
public sealed class ErasedCastTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";

    [Fact]
    public async Task A_person_that_was_named_again_since_keeps_the_new_name()
    {
        var room = await Open();
        const string second = "Wheelbarrows queue on both banks.";
        var draft = Draft(Raft);
        var both = draft with { Seeds = [draft.Seeds[0] with { Body = $"{Raft} {second}" }] };
        var erased = await room.Done(new Change.Add(both));
        var renamed = draft.Entities[0] with { Name = new Text("Ottoline Ferrars", draft.At) };
        await room.Done(
            new Change.Add(
                new StoryDraft
                {
                    At = draft.At,
                    Entities = [renamed],
                    Facts = [Fact(second, null, "~tip")],
                }
            )
        );
        await room.Done(new Change.EraseFact(erased));

        (await room.Everything()).ShouldNotContain("barrels");
        room.Story(Town).Book[new EntityId("~tip-who")].Name.ShouldBe("Ottoline Ferrars");
    }

    [Fact]
    public async Task A_base_that_named_others_since_starts_again_under_the_same_edition()
    {
        var room = await Open();
        var only = new Entity
        {
            Id = new EntityId("only"),
            Kind = EntityKind.Person,
            Name = "Mara Quillmere",
        };
        await room.Load(Book(2, facts => facts.Select(fact => fact.Id == Closed ? About(fact, only.Id) : fact), only));
        await room.Load(Book(3, facts => facts.Where(fact => fact.Id != Closed)));
        var last = Book(
            4,
            facts => facts.Where(fact => fact.Id != Closed),
            only with
            {
                Id = new EntityId("other"),
                Name = "Otto Ferrars",
            }
        );
        await room.Load(last);
        await room.Done(new Change.EraseFact(Closed), CommunityId.Base);

        (await room.Everything()).ShouldNotContain("Quillmere");
        (await room.Restarted(last)).Now.Story(Slug.Value)!.Edition.ShouldBe(new Edition(4));
    }

    private static Fact About(Fact fact, EntityId entity) => fact with { About = [.. fact.About, entity] };
}
