using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Tests.Conversation;

/// <summary><c>/why</c>, as a moderator reads it.</summary>
public sealed class WhyTests
{
    [Fact]
    public void Names_and_mended_words_are_told()
    {
        var lines = Why("did csi coment on the closure");

        lines.ShouldContain("Names recognised: Coastal Structures Inspectorate.");
        lines.ShouldContain("Words read as others: “coment” as “comment”.");
        lines.ShouldContain(line => line.StartsWith("Understood as asking for what is said or done, as yes or no, of what Coastal"));
        lines.ShouldContain(line => line.Contains("if “coment” was read wrongly"));
    }

    [Fact]
    public void Every_answer_and_silence_says_what_decided_in_words_without_figures()
    {
        var asked = BothStories.All.SelectMany(story =>
            story
                .Book.Facts.SelectMany(fact => fact.Asked.Take(3))
                .Concat(story.Book.Story.Absent.SelectMany(gap => gap.Asked.Take(3)))
                .Concat(["what is going on", "hello", "timeline", "sources", "warum ist das so passiert", "what did zebulon quince say"])
                .Select(question => (story, question))
        );
        var decisions = new HashSet<string>();
        foreach (var (story, question) in asked)
        {
            var lines = Why(question, story.Story.Slug.Value);

            lines[0].ShouldStartWith("Understood as asking for ");
            decisions.Add(lines.Single(line => line.StartsWith("What decided (")).Split(": ")[1]);
            lines.ShouldAllBe(line => line.EndsWith('.') && !line.Contains("  ") && !line.Contains(".."));
        }

        decisions.Count.ShouldBeGreaterThan(12);
    }

    [Fact]
    public void The_nearest_fact_is_named_with_the_words_it_has_and_lacks()
    {
        var line = Why("did the walkers close the bridge with paint").Single(line => line.StartsWith("Nearest fact: "));

        line.ShouldContain("It has ");
        line.ShouldContain("It lacks ");
        line.ShouldContain("“paint”");
    }

    [Fact]
    public void A_name_that_the_story_does_not_hold_is_said_and_what_to_do_about_it()
    {
        var lines = Why("what did Zebulon Quince say");

        lines.ShouldContain(line => line.StartsWith("Looked for: ") && line.Contains("(nowhere in the story)"));
        lines.ShouldContain(line => line.Contains("is another name of somebody or something in the story"));
    }

    [Fact]
    public void A_known_gap_is_named_and_can_be_closed()
    {
        var lines = Why("how much will the repair cost");

        lines.ShouldContain("Nearest of what the story is known not to give: repair-cost. It is used.");
        lines.ShouldContain(line => line.Contains("take out the gap repair-cost"));
    }

    [Fact]
    public void A_sentence_that_answers_says_what_spoke_for_it()
    {
        var story = WithoutFacts(BothStories.Bridge);
        var answer = Answerer.Answer(story, "who found cracks in two of its piers", new AsOf(), BothStories.Today);
        answer.Shape.ShouldBeOfType<Shape.FromPassage>();

        var lines = answer.Explanation.Select(step => WhyWords.Of(step, story.Book)).ToList();

        lines.ShouldContain(line => line.StartsWith("Nearest sentence: ") && line.Contains("It is used. What spoke for it most: it "));
        lines.ShouldContain(line => line.Contains("there are documents only"));
        Answerer
            .Answer(story, "who owns the football club", new AsOf(), BothStories.Today)
            .Explanation.Select(step => WhyWords.Of(step, story.Book))
            .ShouldNotContain(line => line.Contains("spoke for it"));
    }

    [Fact]
    public void Where_no_sentence_says_it_the_nearest_is_quoted_as_no_more_than_that()
    {
        var story = WithoutFacts(BothStories.Bridge);
        var answer = Answerer.Answer(story, "how many cracks were found in the piers in 1990", new AsOf(), BothStories.Today);
        answer.Shape.ShouldBeOfType<Shape.PassageNear>();
        answer.Outcome.Word.ShouldBe("abstained");

        var reply = new Composer(story, BothStories.Today).Compose(answer);

        reply.Headline.ShouldStartWith("No sentence of ours says that in so many words. The nearest: From ");
        reply.Parts.OfType<Quote>().ShouldHaveSingleItem().Sentence.ShouldBe(answer.Passages[0].Passage.Text);
        answer
            .Explanation.Select(step => WhyWords.Of(step, story.Book))
            .ShouldContain(line => line.Contains("the nearest is quoted as no more than that"));
    }

    [Fact]
    public void Every_feature_of_a_sentence_has_words() =>
        PassageFeatures.All.ShouldAllBe(feature => FeatureWords.Of(feature.Name).Length > 0);

    [Fact]
    public void The_clock_of_a_question_is_told() =>
        Why("what was known about the closure as of 20 May 2026")
            .ShouldContain(line => line.Contains("Answered from what was known by 20 May 2026."));

    private static IReadOnlyList<string> Why(string question, string story = "harbour-bridge") =>
        BothStories.Desk.Handle(new Command.Why(question), new StorySlug(story)).Parts.OfType<Explanation>().Single().Lines;

    private static StorySnapshot WithoutFacts(StorySnapshot story)
    {
        var book = story.Book;
        var bare = new FactBook(book.Story with { Absent = [] }, book.Seeds, book.Sources, book.Entities, []);
        return story with { Book = bare, Revisions = [], Index = StoryIndex.Build(bare, [], story.Index.Lexicon) };
    }
}
