using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Drafting;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>From three answers to a whole fact: what can be told is told, what was guessed is doubtful, and nothing begins as confirmed.</summary>
public sealed class DraftingTests
{
    private const string Raft = "Ottoline Quillmere launched a raft on 3 May 2026";
    private const string Page = "https://www.example.org/news/raft?x=1#top";

    [Fact]
    public async Task A_new_speaker_and_a_new_page_come_with_the_fact()
    {
        var room = await Open();
        var added = await Add(room, new FactSheet($"> {Raft}", Page, "Ottoline Quillmere"));

        var book = room.Story(Town).Book;
        added.Says.ShouldBe($"{Raft}.");
        book[((Speaker.People)added.Speaker).Ids[0]]
            .ShouldSatisfyAllConditions(it => it.Name.ShouldBe("Ottoline Quillmere"), it => it.Kind.ShouldBe(EntityKind.Person));
        book[added.Sources[0]]
            .ShouldSatisfyAllConditions(
                it => it.Url.ShouldBe(Page),
                it => it.Short.ShouldBe("a page at example.org"),
                it => it.Origin.ShouldBe("example.org")
            );
        (added.On!.ToString(), added.Checked, added.Status).ShouldBe(("2026-05-03", new DateOnly(2026, 6, 1), FactStatus.Alleged));
        room.Ask(Town, "who launched a raft?").ShouldContain("our note on a page at example.org, moderator\u2019s note");
    }

    [Fact]
    public async Task A_sentence_of_a_document_of_the_story_rests_on_that_document()
    {
        var room = await Open();
        var book = room.Story(Town).Book;
        var source = book.Sources.First(source => source.Seed is not null);
        var sentence = book[source.Seed!.Value].Passages.First(passage => passage.Text.EndsWith('.')).Text;
        var added = await Add(room, new FactSheet(sentence, source.Short, ""));

        added.Sources.ShouldBe([source.Id]);
        added.RestsOn[0].Seed.ShouldBe(source.Seed.Value);
        added.Speaker.ShouldBe(new Speaker.Carrier(source.Id));
        room.Story(Town).Book.Seeds.Count.ShouldBe(book.Seeds.Count);
    }

    [Fact]
    public async Task A_note_on_a_source_of_the_story_is_of_its_origin()
    {
        var room = await Open();
        var source = room.Story(Town).Book.Sources.First(source => source.Seed is not null);
        var added = await Add(room, new FactSheet(Raft, source.Id.Value, ""));

        Origins.Count(added.Sources.Append(source.Id).Select(id => room.Story(Town).Book[id])).ShouldBe(1);
    }

    [Theory]
    [InlineData("The council declined to comment on the raft.", FactKind.NonAnswer)]
    [InlineData("The council welcomed the raft.", FactKind.Response)]
    [InlineData("The council suspended the raft.", FactKind.Suspension)]
    [InlineData("The council painted the raft.", FactKind.Act)]
    [InlineData("Over 300 people crossed by raft.", FactKind.Figure)]
    [InlineData("Nobody likes the raft.", FactKind.Claim)]
    public async Task The_kind_is_told_by_the_words_and_is_doubtful(string sentence, FactKind kind)
    {
        var room = await Open();
        var proposed = Propose(room, new FactSheet(sentence, Page, "Tarrow Borough Council"));

        proposed.Kind.ShouldBe(kind);
        proposed.Doubtful.ShouldContain(DraftField.Kind);
        proposed.Status.ShouldNotBe(FactStatus.Confirmed);
    }

    [Fact]
    public async Task A_number_brings_its_unit_and_what_bounds_it()
    {
        var room = await Open();
        var added = await Add(room, new FactSheet("Over 3 million people crossed by raft.", Page, "Ottoline Quillmere"));

        (added.Kind, added.Figure, added.Status).ShouldBe(
            (FactKind.Figure, new Figure("3 million", "people", "over"), FactStatus.Estimate)
        );
    }

    [Fact]
    public async Task Somebody_of_the_story_is_known_by_a_part_of_the_name_and_that_is_doubtful()
    {
        var room = await Open();
        var pethybridge = room.Story(Town).Book.Entities.First(entity => entity.Name == "Rosalind Pethybridge");

        Propose(room, new FactSheet(Raft, Page, "rosalind pethybridge"))
            .ShouldSatisfyAllConditions(
                it => it.Speaker.ShouldBe(new GivenSpeaker.Known(pethybridge)),
                it => it.Doubtful.ShouldNotContain(DraftField.Speaker)
            );
        Propose(room, new FactSheet(Raft, Page, "Pethybridge Rosalind"))
            .ShouldSatisfyAllConditions(
                it => it.Speaker.ShouldBe(new GivenSpeaker.Known(pethybridge, "Pethybridge Rosalind")),
                it => it.Doubtful.ShouldContain(DraftField.Speaker)
            );
        Propose(room, new FactSheet(Raft, Page, "The Raft Board"))
            .Speaker.ShouldBe(new GivenSpeaker.Newcomer("The Raft Board", EntityKind.Organisation));
    }

    [Fact]
    public async Task What_somebody_settled_is_taken_and_not_doubted()
    {
        var room = await Open();
        var proposed = Propose(
            room,
            new FactSheet(Raft, Page, "Ottoline Quillmere")
            {
                Kind = FactKind.Background,
                Status = FactStatus.Reported,
                On = "",
                SpeakerKind = EntityKind.Group,
                Actors = "",
            }
        );

        proposed.Doubtful.ShouldBeEmpty();
        (proposed.Kind, proposed.Status, proposed.On, proposed.Problems.Count).ShouldBe(
            (FactKind.Background, FactStatus.Reported, null, 0)
        );
    }

    [Theory]
    [InlineData("", Page, "Write what is said")]
    [InlineData("A raft sank.", "", "Say where it is from")]
    [InlineData("A raft sank.", "ftp://example.org/raft", "no web address")]
    public async Task What_is_missing_is_asked_for(string sentence, string from, string told)
    {
        var room = await Open();
        Propose(room, new FactSheet(sentence, from, "")).Problems.ShouldHaveSingleItem().ShouldContain(told);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_when_it_is_settled()
    {
        var room = await Open();
        var sheet = new FactSheet("A raft sank.", Page, "");

        Propose(room, sheet with { Status = FactStatus.Confirmed }).Problems[0].ShouldContain("does not begin as confirmed");
        Propose(room, sheet with { Kind = FactKind.Account }).Problems[0].ShouldContain("beside the other side");
        Propose(room, sheet with { Kind = FactKind.Figure }).Problems[0].ShouldContain("no number");
        Propose(room, sheet with { On = "soon" }).Problems[0].ShouldContain("is no date");
        Propose(room, sheet with { Actors = "Nobody Whatsoever" }).Problems[0].ShouldContain("Nobody called");
    }

    private static ProposedFact Propose(Newsroom room, FactSheet sheet) =>
        DraftPasses.Propose(sheet, room.Story(Town), new DateOnly(2026, 6, 1));

    private static async Task<Fact> Add(Newsroom room, FactSheet sheet)
    {
        var item = await room.Ann().Waits(new Change.KeepDraft(sheet), "");
        var done = await room.Ann().Done(new Change.Approve(item), "");
        return room.Story(Town).Current(done.Facts[0])!.Fact;
    }
}
