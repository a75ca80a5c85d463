using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Drafting;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>Who is called by a new name when a fact is added is found by it from then on: in that community, and for as long as the fact is there.</summary>
public sealed class AddedNameTests
{
    private const string Raft = "The Corporation launched a raft.";
    private const string Name = "The Corporation";
    private static readonly EntityId Council = new("council");
    private static readonly EntityId Chamber = new("chamber");

    [Fact]
    public async Task It_is_kept_where_the_fact_was_added_and_nowhere_else()
    {
        var room = await Open();
        await Add(room);

        Found(room.Story(Town), "what did the Corporation close?").ShouldBe([Council]);
        Found(room.Story(Village), "what did the Corporation close?").ShouldBeEmpty();
        Who(room, Town).ShouldContain("Tarrow Borough Council (runs the town of Tarrow");
        Who(room, Village).ShouldNotContain("runs the town of Tarrow");
        Completion.Entities("the corporation", room.Story(Town)).Select(entity => entity.Id).ShouldBe([Council]);
        room.Story(Town).Book.Entities.Count(entity => entity.Id == Council).ShouldBe(1);
        room.Story(Town).Book.Entities.Count.ShouldBe(room.Story(Village).Book.Entities.Count);
        room.Story(Town).Book[Council].ShouldBeSameAs(room.Story(Town).Book.Entities.Single(entity => entity.Id == Council));
        room.Ask(Town, "did the Corporation close the bridge?").ShouldContain("Tarrow Borough Council closed");
    }

    [Fact]
    public async Task It_is_known_the_next_time_and_after_a_restart()
    {
        var room = await Open();
        await Add(room);
        var shelf = await room.Restarted(Book());

        Found(shelf.Story(shelf.Now, Town)!, "the Corporation").ShouldBe([Council]);
        await Add(room, new FactSheet("The Corporation sank a raft.", "https://example.org/sank", "Corporation"));
        (await Names(room)).ShouldBe([Name]);
        room.Story(Town).Book[Council].Aliases.Count(alias => alias == Name).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_told_in_the_history_until_the_fact_is_gone()
    {
        var room = await Open();
        var added = await Add(room);
        room.Changed(Town).ShouldContain("named: Tarrow Borough Council is called \u201CThe Corporation\u201D here too.");
        room.Changed(Village).ShouldNotContain("Corporation");
        await room.Ann().Done(new Change.Hold(added));
        room.Changed(Town).ShouldNotContain("Corporation");
        Found(room.Story(Town), "the Corporation").ShouldBe([Council]);
        await room.Bea().Done(new Change.Undo(added));
        await room.Ann().Done(new Change.Withdraw(added));

        room.Changed(Town).ShouldNotContain("Corporation");
    }

    [Fact]
    public async Task It_goes_and_comes_back_with_the_fact()
    {
        var room = await Open();
        var added = await Add(room);
        await room.Bea().Done(new Change.Undo(added));
        Found(room.Story(Town), "the Corporation").ShouldBeEmpty();
        await room.Bea().Done(new Change.Undo(added));
        Found(room.Story(Town), "the Corporation").ShouldBe([Council]);
        await room.Ann().Done(new Change.Withdraw(added));
        Found(room.Story(Town), "the Corporation").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_erased_with_the_fact()
    {
        var room = await Open();
        var added = await Add(room);
        (await room.Everything()).ShouldContain(Name);
        await room.Done(new Change.EraseFact(added));

        (await room.Everything()).ShouldNotContain("Corporation");
        Told(room.Story(Town)).ShouldNotContain("Corporation");
        Found(room.Story(Town), "the Corporation").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_is_somebody_elses_is_refused()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.KeepDraft(Sheet(Chamber)), "");
        await Add(room);

        (await room.Ann().Refused(new Change.Approve(item), "")).ShouldBe(
            "\u201CThe Corporation\u201D is what Tarrow Borough Council is called here: settle who says it."
        );
        var draft = Draft(Raft, tag: "~other");
        var named = draft with
        {
            Facts = [draft.Facts[0] with { Id = new Text("~other", default) }],
            Names = [Called("council", "~other", "Pethybridge")],
        };
        (await room.Refused(new Change.Add(named))).ShouldContain("'Pethybridge' already stands on the entity 'pethybridge'");
        (await room.Refused(new Change.Add(named with { Names = [Called("nobody", "~other", "Guild")] }))).ShouldContain("'nobody'");
        (await room.Refused(new Change.Add(named with { Names = [Called("council", "~else", "Guild")] }))).ShouldContain("'~else'");
        (await Names(room)).ShouldBe([Name]);
    }

    [Fact]
    public async Task The_shared_facts_have_the_last_word_on_whose_a_name_is()
    {
        var room = await Open();
        await Add(room);
        var newcomer = new Entity
        {
            Id = new EntityId("corporation"),
            Kind = EntityKind.Organisation,
            Name = "the Corporation",
        };
        await room.Load(Book(2, added: [newcomer]));

        Found(room.Story(Town), "the Corporation").ShouldBe([newcomer.Id]);
        room.Story(Town).Book[Council].Aliases.ShouldNotContain(Name);
    }

    [Fact]
    public async Task Somebody_of_the_communitys_own_has_further_names_too()
    {
        var room = await Open();
        var first = await Add(room, new FactSheet("Ottoline Quillmere sank.", "https://example.org/sank", "Ottoline Quillmere"));
        var who = ((Speaker.People)room.Story(Town).Current(first)!.Fact.Speaker).Ids[0];
        await Add(room, who);

        Found(room.Story(Town), "the Corporation").ShouldBe([who]);
        CommunityView.Of(room.Story(Town)).Names.ShouldBeEmpty();
        CommunityView.Of(room.Story(Town)).Cast.Entities.Single().Aliases.ShouldBe([Name]);
    }

    [Fact]
    public void Another_source_brings_no_name()
    {
        var draft = Draft("A second note.", tag: "~note") with { Names = [Called("council", "~x", Name)] };

        Redraft.Citing(Book().Find(Closed)!, draft).Names.ShouldBeEmpty();
    }

    private static FactSheet Sheet(EntityId who) => new(Raft, "https://example.org/raft", Name) { SpeakerIs = who };

    private static Task<FactId> Add(Newsroom room, EntityId? who = null) => Add(room, Sheet(who ?? Council));

    private static async Task<FactId> Add(Newsroom room, FactSheet sheet)
    {
        var item = await room.Ann().Waits(new Change.KeepDraft(sheet), "");
        return (await room.Ann().Approves(item)).Facts[0];
    }

    private static NameDraft Called(string entity, string fact, string name) =>
        new(default)
        {
            Entity = new Text(entity, default),
            Fact = new Text(fact, default),
            Name = new Text(name, default),
        };

    private static IEnumerable<EntityId> Found(StorySnapshot story, string question) =>
        Passes
            .Understand(question, new AsOf(), new Context(story.Index, new DateOnly(2026, 6, 1)))
            .Mentions.Select(mention => mention.Entity.Id);

    private static string Who(Newsroom room, CommunityId community) =>
        PlainText.Of(new Desk(room.Shelf, room.Time).Handle(new Command.Who(Name, null), Slug, community));

    private static async Task<IReadOnlyList<string>> Names(Newsroom room) =>
        await room
            .Journal.Read(0, CancellationToken.None)
            .Select(envelope => envelope.Event)
            .OfType<StoryEvent.NameAdded>()
            .Select(named => named.Name)
            .ToListAsync();
}
