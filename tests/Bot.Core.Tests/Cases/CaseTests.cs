using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;
using Bot.Testing;

namespace Bot.Core.Tests.Cases;

/// <summary>The case files in tests/cases: questions as people type them, a file for each kind, over both stories.</summary>
public sealed class CaseTests
{
    /// <summary>How many of all cases must be right.</summary>
    private const double Share = 0.96;

    private static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>How an answer begins that says what is not given.</summary>
    private static readonly string[] NotGiven =
    [
        "Our source",
        "The source",
        "Nothing after",
        "No such",
        "No response",
        "No denial",
        "The story does not say",
        "Accounts differ",
    ];

    [Fact]
    public void Ninety_six_of_a_hundred_cases_are_right()
    {
        var cases = All().ToList();
        cases.Count.ShouldBeGreaterThan(540);
        cases.Select(pair => pair.Case.File).Distinct().Count().ShouldBeGreaterThanOrEqualTo(12);

        var faults = cases.Select(pair => (pair.Case, Fault: Fault(pair.Case, pair.Story))).Where(pair => pair.Fault is not null).ToList();

        var misses = string.Join('\n', faults.Select(pair => $"{pair.Case}: {pair.Fault}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count - faults.Count} of {cases.Count} right. Misses:\n{misses}");
        ((double)(cases.Count - faults.Count) / cases.Count).ShouldBeGreaterThanOrEqualTo(Share, misses);
    }

    [Fact]
    public void What_is_not_in_the_story_is_never_answered_and_what_is_partly_covered_says_so()
    {
        var cases = All().Where(pair => pair.Case.File == "not-in-story.txt").ToList();
        cases.Count.ShouldBeGreaterThan(100);
        foreach (var (asked, story) in cases)
        {
            var answer = Ask(asked.Question, story);
            answer.Outcome.ShouldNotBeOfType<Outcome.Answered>(asked.ToString());
            if (answer.Outcome is Outcome.Partly)
            {
                SaysWhatIsNotGiven(answer, story).ShouldBeTrue($"{asked}: {Headline(answer, story)}");
            }
        }
    }

    [Fact]
    public void What_the_first_story_does_not_give_is_refused_also_without_its_list_of_gaps()
    {
        var story = WithoutGaps(BothStories.Shipped);
        story.Story.Absent.ShouldBeEmpty();
        var cases = All().Where(pair => IsShipped(pair.Story) && pair.Case.File == "not-in-story.txt").ToList();
        cases.Count.ShouldBeGreaterThan(90);

        var answered = cases.Where(pair => Ask(pair.Case.Question, story).Outcome is Outcome.Answered).Select(pair => pair.Case.Question);

        answered.ShouldBeEmpty();
    }

    [Fact]
    public void No_false_premise_is_confirmed()
    {
        var cases = All().Where(pair => pair.Case.File == "false-premise.txt" && !pair.Case.Outcomes.Contains("answered")).ToList();
        cases.Count.ShouldBeGreaterThan(40);
        foreach (var (asked, story) in cases)
        {
            Ask(asked.Question, story).Outcome.ShouldNotBeOfType<Outcome.Answered>(asked.ToString());
        }
    }

    [Fact]
    public void No_answer_shows_an_account_without_the_other_side_or_says_yes_or_no_to_one()
    {
        var pairs = 0;
        foreach (var (asked, story) in All())
        {
            var answer = Ask(asked.Question, story);
            var shown = answer.Facts.Concat(answer.Nearest).Select(fact => fact.Fact).ToList();
            var reply = new Composer(story, Today).Compose(answer);
            foreach (var account in shown.OfType<Account>())
            {
                pairs++;
                reply
                    .Parts.OfType<Pair>()
                    .ShouldContain(pair => pair.First.Id == account.Id || pair.Second.Id == account.Id, asked.ToString());
                Shown(reply).ShouldContain(story.Book[account.Other].Says, Shouldly.Case.Sensitive, asked.ToString());
            }

            if (shown.Exists(fact => fact is Account) && answer.Shape is not (Shape.Overview or Shape.Standings))
            {
                answer.Outcome.ShouldNotBeOfType<Outcome.Answered>(asked.ToString());
                FirstWord(reply).ShouldNotBeOneOf("yes", "no");
            }
        }

        pairs.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Whichever_side_words_the_question_the_same_pair_is_shown_in_the_same_order()
    {
        var cases = All().Where(pair => IsShipped(pair.Story) && pair.Case.File == "contested.txt" && AsksForBoth(pair.Case)).ToList();
        cases.Count.ShouldBeGreaterThanOrEqualTo(40);

        var pairs = cases.Select(pair => Pair(Ask(pair.Case.Question, pair.Story))).Distinct();

        pairs.ShouldBe(["account-genocidal, account-defensive"], string.Join('\n', cases.Select(pair => $"{pair.Case}")));
    }

    [Fact]
    public void Every_fact_of_both_stories_is_found_by_a_way_of_asking_for_it()
    {
        foreach (var story in new[] { BothStories.Shipped, BothStories.Bridge })
        {
            foreach (var fact in story.Book.Facts)
            {
                fact.Asked.ShouldNotBeEmpty(fact.Id.Value);
                fact.Asked.ShouldContain(asked => Shows(Ask(asked, story), fact.Id), fact.Id.Value);
            }
        }
    }

    [Fact]
    public void A_question_in_the_very_words_of_a_way_of_asking_is_answered_by_its_fact_unless_it_asks_for_a_listing()
    {
        foreach (var story in new[] { BothStories.Shipped, BothStories.Bridge })
        {
            var asked = story.Book.Facts.SelectMany(fact => fact.Asked.Select(words => (fact, words))).ToList();
            asked.Count.ShouldBeGreaterThan(100);
            foreach (var (fact, words) in asked.Where(pair => !Shows(Ask(pair.words, story), pair.fact.Id)))
            {
                IsListing(Ask(words, story).Shape).ShouldBeTrue($"{words}: {fact.Id}");
            }
        }
    }

    [Fact]
    public void A_question_in_the_very_words_of_a_gap_is_not_answered_as_if_it_were_none()
    {
        var story = BothStories.Shipped;
        var facts = story.Book.Facts.SelectMany(fact => fact.Asked).ToHashSet();
        var asked = story.Story.Absent.SelectMany(gap => gap.Asked).Where(words => !facts.Contains(words)).ToList();
        asked.Count.ShouldBeGreaterThan(1000);
        foreach (var words in asked)
        {
            var answer = Ask(words, story);
            (answer.Outcome is not Outcome.Answered || IsListing(answer.Shape)).ShouldBeTrue(words);
        }
    }

    private static bool IsListing(Shape shape) =>
        shape
            is Shape.Overview
                or Shape.Chronology
                or Shape.Sources
                or Shape.Changes
                or Shape.Suspended
                or Shape.Responses { Groups.Count: > 0 }
                or Shape.AccountsDiffer
                or Shape.NotOursToSay;

    [Fact]
    public void Every_row_of_the_coverage_list_is_found_by_a_typed_question()
    {
        var cases = All().Where(pair => pair.Case.File == "coverage.txt").ToList();
        cases.Count.ShouldBe(46);
        var rows = cases.Select(pair => (pair.Case, Facts: pair.Case.Facts.SelectMany(fact => fact.Split('/')).ToList())).ToList();
        foreach (var (asked, facts) in rows)
        {
            // The row's own question, or another of the case files, finds it.
            var others = All().Where(pair => IsShipped(pair.Story)).Select(pair => pair.Case.Question).Prepend(asked.Question);
            facts.ShouldContain(
                fact => others.Any(question => Shows(Ask(question, BothStories.Shipped), new FactId(fact))),
                asked.ToString()
            );
        }
    }

    private static bool AsksForBoth(QuestionCase asked) =>
        asked.Facts.Contains("account-genocidal") && asked.Facts.Contains("account-defensive");

    /// <summary>The accounts shown side by side.</summary>
    private static string Pair(Answer answer) =>
        answer.Shape is Shape.AccountsDiffer differ ? $"{differ.First.Fact.Id}, {differ.Second.Fact.Id}" : answer.Shape.GetType().Name;

    private static IEnumerable<(QuestionCase Case, StorySnapshot Story)> All() => Of(BothStories.Shipped).Concat(Of(BothStories.Bridge));

    private static IEnumerable<(QuestionCase Case, StorySnapshot Story)> Of(StorySnapshot story) =>
        CaseFile.ReadAll(Repository.Folder("tests", "cases", story.Story.Slug.Value)).Select(asked => (asked, story));

    private static bool IsShipped(StorySnapshot story) => story.Story.Slug == BothStories.Shipped.Story.Slug;

    private static Answer Ask(string question, StorySnapshot story) => Answerer.Answer(story, question, new AsOf(), Today);

    private static string? Fault(QuestionCase asked, StorySnapshot story) => CaseJudge.Fault(asked, Ask(asked.Question, story), story);

    private static bool Shows(Answer answer, FactId fact) => answer.Facts.Concat(answer.Nearest).Any(shown => shown.Fact.Id == fact);

    private static string Headline(Answer answer, StorySnapshot story) => new Composer(story, Today).Compose(answer).Headline;

    private static string Shown(Reply reply) => PlainText.Of(reply);

    private static string FirstWord(Reply reply) => reply.Headline.Split(' ', ',', '.')[0].ToLowerInvariant();

    /// <summary>It begins so, or with a sentence that a fact's scope gives.</summary>
    private static bool SaysWhatIsNotGiven(Answer answer, StorySnapshot story)
    {
        var headline = Headline(answer, story);
        return NotGiven.Any(start => headline.StartsWith(start, StringComparison.Ordinal))
            || headline.Contains("not given", StringComparison.Ordinal)
            || answer
                .Facts.SelectMany(fact => Scopes.NotGiven(fact.Fact.Scope))
                .Any(sentence => headline.StartsWith(sentence, StringComparison.Ordinal));
    }

    private static StorySnapshot WithoutGaps(StorySnapshot story)
    {
        var book = story.Book;
        var bare = new FactBook(book.Story with { Absent = [] }, book.Seeds, book.Sources, book.Entities, book.Facts);
        return story with { Book = bare, Index = StoryIndex.Build(bare, story.Revisions, story.Index.Lexicon) };
    }
}
