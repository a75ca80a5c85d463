using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Knowledge.Lexicons;
using Bot.Knowledge.Stories;
using Bot.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

/// <summary>What is written is read back to the same values, and written again to the same bytes.</summary>
public sealed class StoryWriterTests
{
    private static readonly Lexicon Shipped = ShippedLexicon.Read();

    [Theory]
    [InlineData("")]
    [InlineData("tests/stories/bridge")]
    public void A_story_in_the_repository_is_read_back_as_it_was(string root)
    {
        var (seeds, knowledge) = (Repository.Folder(root, "seeds"), Repository.Folder(root, "knowledge"));
        var books = Library.Read(seeds, knowledge, Shipped).Books;

        books.ShouldNotBeEmpty();
        foreach (var book in books)
        {
            var story = File.ReadAllText(Path.Combine(knowledge, book.Story.Slug.Value, "story.yaml"));
            MustComeBack(book, story);
        }
    }

    [Fact]
    public void Any_facts_are_read_back_as_they_were() =>
        Prop.ForAll(OddFacts.Stories.ToArbitrary(), draft => MustComeBack(draft.Book(), StoryOf(draft)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_value_that_the_reader_puts_in_is_not_written()
    {
        var book = SmallStory
            .First(fact => fact with { On = SmallStory.T("2025-05-02"), OnBasis = SmallStory.T("stated"), Holds = SmallStory.T("event") })
            .Book();

        var written = StoryWriter.Text([StoryWriter.Of(book).Fact(book.Facts[0])]);

        written.ShouldBe(
            """
            - id: bridge-closed
              kind: suspension
              speaker: council
              status: own-account
              on: 2025-05-02
              says: The council says that the bridge is closed.
              sources: [report]
              rests-on:
                - seed: notes
                  sentence: The council says that the bridge is closed.

            """
        );
    }

    [Fact]
    public void A_day_that_was_written_down_is_written_though_it_is_that_of_the_edition()
    {
        var book = SmallStory.First(fact => fact with { Known = SmallStory.T("2025-05-03") }).Book();

        StoryWriter.Text([StoryWriter.Of(book).Fact(book.Facts[0])]).ShouldContain("\n  known: 2025-05-03\n");
    }

    [Fact]
    public void One_change_is_one_line()
    {
        var before = Lines(SmallStory.First(Full).Book());
        foreach (var change in Changes)
        {
            var after = Lines(SmallStory.First(fact => change(Full(fact))).Book());

            before.Except(after).Count().ShouldBeLessThanOrEqualTo(1);
            after.Except(before).ShouldHaveSingleItem();
        }

        static List<string> Lines(FactBook book) => [.. StoryWriter.Text([StoryWriter.Of(book).Fact(book.Facts[0])]).Split('\n')];
    }

    private static FactDraft Full(FactDraft fact) =>
        fact with
        {
            Asked = [SmallStory.T("is it shut"), SmallStory.T("can I cross")],
            Where = SmallStory.T("here"),
        };

    private static IEnumerable<Func<FactDraft, FactDraft>> Changes =>
        [
            fact => fact with { Says = SmallStory.T("It is closed: for good.") },
            fact => fact with { Where = SmallStory.T("there") },
            fact => fact with { Checked = SmallStory.T("2025-05-04") },
            fact => fact with { Holds = SmallStory.T("ongoing") },
            fact => fact with { Asked = [fact.Asked[0], SmallStory.T("may I cross"), fact.Asked[1]] },
            fact => fact with { About = [SmallStory.T("engineer")] },
        ];

    private static void MustComeBack(FactBook book, string story)
    {
        using var disk = new StoryOnDisk();
        var slug = book.Story.Slug.Value;
        disk.With($"knowledge/{slug}/story.yaml", story);
        var first = Put(disk, book);

        var library = Library.Read(disk.Seeds, disk.Knowledge, Shipped);
        library.Problems.ShouldBeEmpty();
        var again = library.Books.ShouldHaveSingleItem();
        again.Facts.Select(FactContent.Of).ShouldBe(book.Facts.Select(FactContent.Of));
        again.Facts.Select(fact => fact.KnownIsStated).ShouldBe(book.Facts.Select(fact => fact.KnownIsStated));
        Cast.Of(again).Content.ShouldBe(Cast.Of(book).Content);
        again.Seeds.Select(seed => seed.Text).ShouldBe(book.Seeds.Select(seed => seed.Text));

        Put(disk, again).ShouldBe(first);
    }

    private static List<string> Put(StoryOnDisk disk, FactBook book)
    {
        var slug = book.Story.Slug.Value;
        var writer = StoryWriter.Of(book);
        List<(string Path, string Text)> files =
        [
            ($"knowledge/{slug}/entities.yaml", StoryWriter.Text(book.Entities.Select(writer.Entity))),
            ($"knowledge/{slug}/sources.yaml", StoryWriter.Text(book.Sources.Select(writer.Source))),
            ($"knowledge/{slug}/facts.yaml", StoryWriter.Text(book.Facts.Select(writer.Fact), apart: true)),
            .. book.Seeds.Select(seed => ($"seeds/{slug}/{seed.Id}.md", writer.Seed(seed))),
        ];
        foreach (var (path, text) in files)
        {
            disk.With(path, text);
        }

        return [.. files.Select(file => file.Text)];
    }

    private static string StoryOf(StoryDraft draft) =>
        $"""
            slug: {draft.Slug!.Value}
            title: {draft.Title!.Value}
            language: {draft.Language!.Value}
            time-zone: {draft.TimeZone!.Value}
            edition: {draft.Edition!.Value}
            edition-notes:
              - edition: 1
                date: {draft.EditionNotes[0].Date!.Value}
                note: First edition.
            """;
}
