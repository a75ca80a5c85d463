using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Testing;

namespace Bot.Core.Tests.Cases;

/// <summary>A story as somebody writes it in an hour: two or three ways of asking for each fact, three gaps. Its questions are others' words.</summary>
public sealed class SparseStoryTests
{
    /// <summary>How many of its cases must be right; they were not all mended, so that the figure says something of the next story.</summary>
    private const double Share = 0.72;

    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Lazy<StorySnapshot> Loaded = new(Load);

    [Fact]
    public void A_story_with_few_ways_of_asking_is_found_by_many()
    {
        var cases = Cases();
        cases.Count.ShouldBeGreaterThan(60);

        var faults = cases
            .Select(asked => (asked, Fault: CaseJudge.Fault(asked, Ask(asked), Loaded.Value)))
            .Where(pair => pair.Fault is not null)
            .ToList();

        var misses = string.Join('\n', faults.Select(pair => $"{pair.asked}: {pair.Fault}"));
        (1 - ((double)faults.Count / cases.Count)).ShouldBeGreaterThanOrEqualTo(Share, misses);
    }

    [Fact]
    public void What_it_does_not_give_and_what_it_contradicts_is_never_answered()
    {
        var cases = Cases().Where(asked => asked.File is "not-in-story.txt" or "false-premise.txt").ToList();
        cases.Count.ShouldBeGreaterThan(12);

        cases.Where(asked => Ask(asked).Outcome is Outcome.Answered).ShouldBeEmpty();
    }

    private static IReadOnlyList<QuestionCase> Cases() => CaseFile.ReadAll(Repository.Folder("tests", "cases", "clinic-breach"));

    private static Answer Ask(QuestionCase asked) => Answerer.Answer(Loaded.Value, asked.Question, new AsOf(), Today);

    private static StorySnapshot Load()
    {
        var library = Library.Read(
            Repository.Folder("tests", "stories", "clinic", "seeds"),
            Repository.Folder("tests", "stories", "clinic", "knowledge"),
            ShippedLexicon.Read()
        );
        library.Problems.ShouldBeEmpty();
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(TimeProvider.System), shelf, TimeProvider.System, development: false);
        var loading = keeper.Load(library.Books, library.Lexicon, null, CancellationToken.None);
        loading.IsCompletedSuccessfully.ShouldBeTrue();
        return shelf.Now.Story("clinic-breach")!;
    }
}
