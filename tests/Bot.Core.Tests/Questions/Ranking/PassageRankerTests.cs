using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Ranking;

/// <summary>Which sentence of a document is found for a question, and how likely it is said to answer.</summary>
public sealed class PassageRankerTests
{
    private const string Document = """
        The Old Bridge was built by Jane Holt in 1934. She also built 3 piers beside it. The ferry came back in May.
        The ferry takes cars back to the island, and bread.
        """;

    private const float Unlikely = 0.3f;

    private static readonly Lexicon Lexicon = SmallBooks.Lexicon with
    {
        Languages = new Dictionary<string, IReadOnlyList<string>> { ["German"] = ["der"] },
        StopWords = new HashSet<string>([
            "the",
            "who",
            "what",
            "how",
            "many",
            "did",
            "a",
            "in",
            "to",
            "and",
            "it",
            "she",
            "by",
            "was",
            "came",
            "of",
        ]),
    };

    [Theory]
    [InlineData("Who built the Old Bridge?", 0)]
    [InlineData("What came back?", 2)]
    [InlineData("What takes the bread to the island?", 3)]
    public void The_sentence_that_holds_the_question_stands_first(string question, int sentence) =>
        Rank(question)[0].Number.ShouldBe(sentence);

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_stands_second() => Rank("Who built the Old Bridge?")[1].Number.ShouldBe(1);

    [Theory]
    [InlineData("Which alphabet did the clerk learn?", "The clerk did learn the alphabet. The clerk did learn the binary alphabet.")]
    [InlineData("What is the first name of the clerk Holt?", "The clerk Holt sat here. The clerk Ann Holt sat here.")]
    [InlineData("When did the dam close?", "The dam did close because of rust. The dam did close in 1934.")]
    [InlineData("What calls the ferry?", "The horn called the ferry. The bell calls the ferry.")]
    public void Of_two_sentences_alike_that_with_a_fitting_word_stands_first(string question, string document) =>
        Rank(question, document)[0].Number.ShouldBe(1);

    [Theory]
    [InlineData("What did Holt say?", "They say Holt took it. The clerk of the harbour board, Ann Holt, called that late and wrong.", 1)]
    [InlineData("What did Holt say?", "They say Holt took it. “That was late, and wrong, and all the boats saw that,” said Holt.", 1)]
    [InlineData("Did Holt admit the leak?", "The leak they admit hit Holt. The clerk of the harbour board, Ann Holt, denied all blame.", 1)]
    [InlineData("How many cars sank?", "A third of the cars sank. Rain fell. When it sank the ferry had 40 old cars.", 2)]
    [InlineData(
        "Who was Holt?",
        "The harbour master, Ann Holt, sailed home that night with all the boats. Rain fell. It was Holt who was by.",
        0
    )]
    [InlineData(
        "What did Holt say?",
        "They say Holt took it. The state board heard that the clerk, Ann Holt, called that late and wrong.",
        1
    )]
    [InlineData("What did Holt do?", "Bread for Holt\n\nHolt took the ferry. Rain fell. The bread is for Holt.", 1)]
    [InlineData("What did Oria say?", "Holt, who is by the Orian pier, called that late. The Orian mayor called that wrong.", 1)]
    [InlineData("Who was arrested?", "Some were arrested. Rain fell. Ann Holt, who was arrested, was 40.", 2)]
    public void What_the_form_of_the_question_asks_for_stands_first(string question, string document, int sentence) =>
        Rank(question, document)[0].Number.ShouldBe(sentence);

    [Fact]
    public void A_pronoun_stands_for_the_name_some_sentences_before() =>
        Rank("Where did Jane Holt live?", "Jane Holt built piers. She was tall. Others did live in town. It was so. She did live by town.")
            .TakeWhile(match => match.Number != 2)
            .ShouldContain(match => match.Number == 4);

    [Fact]
    public void A_sentence_with_the_full_name_is_found_by_its_acronym()
    {
        const string Far = "The Northern Harbour Board (NHB) met. Rain fell. Gulls cried. Boats lay still. Wind rose.";
        Rank(
                "Who chairs the NHB?",
                $"{Far}\n\nNow Ann chairs the Oslo club there.\n\nIt snowed.\n\nNow Holt chairs the Northern Harbour Board there."
            )
            .TakeWhile(match => match.Number != 7)
            .ShouldNotContain(match => match.Number == 5);
    }

    [Fact]
    public void A_chance_is_a_probability_and_never_rises_down_the_list()
    {
        var chances = Rank("Who built the ferry in 1934?").Select(match => match.Chance).ToList();
        chances.ShouldAllBe(chance => chance >= 0 && chance <= 1);
        chances.ShouldBe(chances.OrderDescending());
    }

    [Fact]
    public void A_question_about_something_else_has_less_chance() =>
        Rank("Who repaired the lighthouse bridge of Lisbon?")[0].Chance.ShouldBeLessThan(Rank("Who built the Old Bridge?")[0].Chance);

    [Theory]
    [InlineData("How many piers did Holt build?", "Holt did build 3 piers.", "Holt did build more piers.")]
    [InlineData("Who built the pier?", "Holt built the pier. Rain fell.", "Holt built the pier. Holt built that pier then.")]
    [InlineData("Who built the pier of Oban?", "Holt built the pier. It is by Oban.", "Holt built the pier. It is by ferry.")]
    public void What_lacks_the_sort_asked_for_or_a_name_or_says_it_twice_has_less_chance(string question, string more, string less) =>
        Rank(question, less)[0].Chance.ShouldBeLessThan(Rank(question, more)[0].Chance);

    [Theory]
    [InlineData("How many piers did Holt build?", "Holt did build 12 old piers.", "Holt did build the old piers.")]
    [InlineData("How many of the 40 cars sank?", "Of the 40 cars 12 sank.", "In May the 40 cars sank.")]
    [InlineData(
        "How much did Holt pay for the pier?",
        "Holt did pay 40 pounds for the pier in 1934.",
        "Holt did pay for the pier in 1934."
    )]
    [InlineData("How old was Ann Holt?", "Ann Holt, aged 40, was by the pier.", "Ann Holt was by the pier at 12.40.")]
    [InlineData("When did the ferry sink?", "The ferry did sink on Monday by the pier.", "The ferry did sink by the pier.")]
    [InlineData("Why did the ferry sink?", "The ferry did sink because of rust.", "The ferry did sink by the pier.")]
    [InlineData("What was the name of the pilot?", "The pilot, Ann Holt, was by the pier.", "The pilot of the ferry was by Oban.")]
    [InlineData("Who is the mayor of Oban?", "Ann Holt, the mayor of Oban, called that late.", "They called the mayor of Oban late.")]
    [InlineData(
        "What were the names of the two pilots?",
        "The two pilots, Ann Holt and Tom Reed, were by the pier.",
        "Mayor Holt saw that two pilots were by the pier."
    )]
    [InlineData(
        "What are the four ferries called?",
        "The four ferries are called Kelpie, Oban, Lorn and Mull.",
        "The four ferries are by the pier."
    )]
    [InlineData(
        "What does a berth by the pier cost?",
        "A berth by the pier does cost 40 pounds.",
        "A berth by the pier does take 40 cars at no great cost."
    )]
    [InlineData("Which radio station did Holt call?", "Holt did call the radio station Kelpie.", "Holt did call a radio station.")]
    [InlineData("Who misled the mayor?", "The mayor was misled by Holt then.", "The mayor was misled, and called that late.")]
    [InlineData("What did Ann Holt say?", "Ann Holt called that late and wrong.", "They took that from the tall pilot, Ann Holt.")]
    [InlineData("What % of the ferry does Holt own?", "Holt has a third of the ferry.", "Holt has the ferry.")]
    [InlineData("Which two towns were flooded?", "The floods took two towns: Oban and Mull.", "The floods took two towns then.")]
    [InlineData("Who misled the mayor?", "The mayor was misled by Holt then.", "Holt called for a misled mayor.")]
    [InlineData("Who misled the mayor?", "The mayor was misled by Holt then.", "Holt never misled the mayor.")]
    [InlineData("How tall is the dam?", "The dam is 40m tall.", "The tall dam is 3km from Oban.")]
    [InlineData("Who is the head of Kelpie Ferries?", "Ann Holt leads Kelpie Ferries.", "Kelpie Ferries took the bread to Mull.")]
    public void What_names_the_matter_and_not_what_is_asked_for_is_unlikely_to_answer(string question, string told, string untold)
    {
        Rank(question, told)[0].Chance.ShouldBeGreaterThan(Unlikely);
        Rank(question, untold)[0].Chance.ShouldBeLessThanOrEqualTo(Unlikely);
    }

    [Theory]
    [InlineData("Who died in the fire?", "Two sailors, Ann Holt and Tom Reed, died in the fire.")]
    [InlineData("Why did the ferry sink?", "The ferry did sink due to rust.")]
    [InlineData("Why did the nurses strike?", "The nurses did strike for more pay.")]
    [InlineData("Why did the owners close the mill?", "Fearing ice, the owners did close the mill.")]
    [InlineData("Who is the mayor of Oban?", "Ann Holt has been mayor of Oban for years.")]
    [InlineData("Who is the owner of the ferry?", "The owner of the ferry is called Ann Holt.")]
    [InlineData("How many passengers were hurt?", "Twenty passengers were hurt.")]
    [InlineData("What did Holt say about the rust in her letter?", "In her letter Holt wrote that the rust was old.")]
    [InlineData("How tall is the statue?", "The statue is 30m tall.")]
    [InlineData("How long is the report?", "The report is 300 pages long.")]
    [InlineData("How much did Holt pay for the pier?", "Holt did pay fifty pounds for the pier.")]
    [InlineData("What are the four towns called?", "The floods took four towns: Oban, Lorn, Mull and Kelpie.")]
    [InlineData("What percentage of the ferry does Holt own?", "Holt has half of the ferry.")]
    [InlineData("Which towns were flooded?", "Three towns were flooded: Oban, Lorn and Mull.")]
    public void What_is_told_in_other_words_is_no_less_likely(string question, string document) =>
        Rank(question, document)[0].Chance.ShouldBeGreaterThan(Unlikely);

    [Fact]
    public void A_sentence_that_only_names_whose_account_is_asked_for_goes_before_nothing() =>
        Rank(
            "How many miners died according to the ministry?",
            "In May 12 miners died in the pit. The ministry has rooms in town, by the old quay."
        )[0]
            .Number.ShouldBe(0);

    [Theory]
    [InlineData("How many cars sank according to the ferry company?", "Then 40 cars sank. The ferry company put it at 12.")]
    [InlineData("What did Ann Holt say about the rust?", "Ann Holt, the pilot, called the ferry late. She said the rust was old.")]
    public void Whose_account_is_asked_for_goes_before_what_holds_more_of_the_question(string question, string document) =>
        Rank(question, document)[0].Number.ShouldBe(1);

    [Fact]
    public void A_sentence_that_tells_goes_before_one_that_does_not() =>
        Rank("When did the ferry sink?", "The ferry did sink by the pier. On Monday the old ferry, by rust or ice, did sink.")[0]
            .Number.ShouldBe(1);

    [Theory]
    [InlineData("Who built the crooked pier?", "Holt built the bent pier.", "Holt built the pier, bent.")]
    [InlineData("Who wrecked the pier?", "Holt ruined the pier.", "The pier ruined Holt.")]
    public void A_word_put_otherwise_in_its_place_raises_the_chance(string question, string more, string less) =>
        Rank(question, less)[0].Chance.ShouldBeLessThan(Rank(question, more)[0].Chance);

    [Theory]
    [InlineData("Did Ann Holt resign?", "The clerk Ann Holt took the ferry.")]
    [InlineData("Why did Ann Holt resign?", "The clerk Ann Holt took the ferry.")]
    [InlineData("What did the mother of Ann Holt say?", "The clerk Ann Holt did say it was late.")]
    public void What_tells_something_else_of_a_name_does_not_answer(string question, string document) =>
        Rank(question, document)[0].Chance.ShouldBeLessThan(Thresholds.Passage);

    [Fact]
    public void How_somebody_spoke_need_not_be_told_to_answer_what() =>
        Rank("What did Holt publicly say?", "The clerk Ann Holt did say it was late.")[0].Chance.ShouldBeGreaterThan(Thresholds.Passage);

    [Theory]
    [InlineData("")]
    [InlineData("who")]
    [InlineData("zyx")]
    public void Nothing_to_look_for_finds_nothing(string question) => Rank(question).ShouldBeEmpty();

    private static IReadOnlyList<PassageMatch> Rank(string question, string document = Document)
    {
        var place = new Place("document", 1, 1);
        var draft = new StoryDraft
        {
            At = place,
            Slug = new Text("bridge", place),
            Title = new Text("The bridge", place),
            Language = new Text("en", place),
            TimeZone = new Text("UTC", place),
            Seeds =
            [
                new SeedDraft(place)
                {
                    Id = new Text("notes", place),
                    Form = new Text("document", place),
                    Title = new Text("A document", place),
                    Body = document,
                },
            ],
        };
        var book = FactBook.Build(draft, Lexicon.Abbreviations).ShouldBeOfType<BuildResult.Built>().Book;
        var index = StoryIndex.Build(book, [], Lexicon);
        return PassageRanker.Rank(Passes.Understand(question, new AsOf(), new Context(index, new DateOnly(2026, 1, 1))), index);
    }
}
