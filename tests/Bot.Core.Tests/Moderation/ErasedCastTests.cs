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
        var only = Person(new EntityId("only"), "Mara Quillmere");
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

    [Fact]
    public async Task Who_says_it_in_another_way_still_does_and_whom_only_the_base_named_has_no_name()
    {
        var room = await Open();
        var (only, page) = (new EntityId("only"), BothStories.Bridge.Book.Sources[0] with { Id = new SourceId("only-page") });
        var book = Book(2, facts => facts.Select(fact => fact.Id == Closed ? About(fact, only) with { Sources = [page.Id] } : fact));
        await room.Load(
            new FactBook(book.Story, book.Seeds, [.. book.Sources, page], [.. book.Entities, Person(only, "Mara Quillmere")], book.Facts)
        );
        await room.Done(new Change.Recheck(Closed, new DateOnly(2026, 6, 1)));
        await room.Load(Book(3, facts => facts.Where(fact => fact.Id != Closed)));
        await room.Done(new Change.EraseFact(Closed), CommunityId.Base);

        Told(room.Story(Town)).ShouldNotContain("Quillmere");
        room.Story(Town).Book[only].Name.ShouldBe("somebody whose name was erased");
        room.Ask(Town, "when did the council close the bridge?").ShouldContain("a page whose name was erased");
    }

    private static Entity Person(EntityId id, string name) =>
        new()
        {
            Id = id,
            Kind = EntityKind.Person,
            Name = name,
        };

    private static Fact About(Fact fact, EntityId entity) => fact with { About = [.. fact.About, entity] };
}
