using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Bulk;

public sealed class AnswersTests : IDisposable
{
    private const string Ferry =
        "The ferry to the island stopped running on Monday. Its engine failed after 40 years. Repairs cost 40,000 pounds.";
    private const string Mill = "The old mill burned down in March 1987. Nobody was hurt. Firefighters came from three towns.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-answers-");

    [Fact]
    public async Task Each_question_is_answered_from_its_own_document()
    {
        var (said, lines) = await Run(
            "document",
            Document("ferry", Ferry, "how much do the repairs cost?"),
            Document("mill", Mill, "when did the mill burn down?")
        );

        said.Code.ShouldBe(0);
        lines.Count.ShouldBe(2);
        Keys(lines[0]).ShouldBe(["document", "question", "outcome", "reason", "confidence", "text", "passages"]);
        Keys(lines[0]["passages"]![0]!).ShouldBe(["document", "start", "end", "text", "score"]);
        lines.Select(line => line["question"]!.GetValue<string>()).ShouldBe(["ferry-q0", "mill-q0"]);
        Best(lines[0]).ShouldBe("Repairs cost 40,000 pounds.");
        Best(lines[1]).ShouldBe("The old mill burned down in March 1987.");
        lines.ShouldAllBe(line =>
            line["passages"]!.AsArray().All(passage => passage!["document"]!.GetValue<string>() == line["document"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task In_one_corpus_a_question_finds_the_document_that_answers_it()
    {
        var (said, lines) = await Run(
            "corpus",
            Document("ferry", Ferry, "when did the mill burn down?"),
            Document("mill", Mill, "how much do the repairs cost?")
        );

        said.Code.ShouldBe(0);
        lines.Select(line => line["document"]!.GetValue<string>()).ShouldBe(["ferry", "mill"]);
        lines.Select(line => line["passages"]![0]!["document"]!.GetValue<string>()).ShouldBe(["mill", "ferry"]);
    }

    [Fact]
    public async Task Passages_are_listed_also_when_it_abstains_and_never_more_than_five()
    {
        var text = string.Join(' ', Enumerable.Range(1, 12).Select(i => $"The mill stood on hill number {i}."));

        var (_, lines) = await Run(
            "document",
            Document("mill", text, "who painted the ceiling of the mill?", "which mill stood on a hill?")
        );

        lines[0]["outcome"]!.GetValue<string>().ShouldBe("abstained");
        lines[0]["passages"]!.AsArray().ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line["passages"]!.AsArray().Count <= 5);
    }

    [Theory]
    [InlineData("document")]
    [InlineData("corpus")]
    public async Task Offsets_give_back_exactly_the_passage_whatever_the_text(string scope)
    {
        var random = new Random(20250925);
        string[] pieces =
        [
            "The mill burned. ",
            "Dr. Smith v. the U.N. said so. ",
            "“Why?” she asked. ",
            "\r\n\r\n",
            "\n- a list of mills\n- another\n",
            "# A heading\n",
            "\t",
            "\u00a0",
            "النار في المطحنة. ",
            "🔥👩‍🚒 ",
            "1.5 million mills! ",
            "…",
            "e\u0301te\u0301. ",
            "\u202Emill\u202C. ",
            "no stop at the end",
            "A.\nB. ",
            "\u2028",
            "(mill.) ",
            "\uFEFF",
        ];
        var texts = Enumerable
            .Range(0, 60)
            .Select(_ => "mill " + string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)])))
            .ToList();

        var (said, lines) = await Run(
            scope,
            [.. texts.Select((text, i) => Document($"t{i}", text, "what about the mill?", "who is Dr. Smith?", "why?"))]
        );

        said.Error.ShouldBeEmpty();
        lines.Count.ShouldBe(180);
        var passages = lines.SelectMany(line => line["passages"]!.AsArray()).ToList();
        passages.Count.ShouldBeGreaterThan(100);
        foreach (var passage in passages)
        {
            var text = texts[int.Parse(passage!["document"]!.GetValue<string>()[1..], CultureInfo.InvariantCulture)];
            text[passage["start"]!.GetValue<int>()..passage["end"]!.GetValue<int>()].ShouldBe(passage["text"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_line_that_cannot_be_used_is_named_and_the_others_are_still_done()
    {
        var (said, lines) = await Run(
            "document",
            "{ broken",
            Document("ferry", Ferry, "what failed?"),
            """{"id": "no-text", "questions": []}""",
            """{"id": "empty", "text": "  ", "questions": []}""",
            """{"id": "odd", "text": "A text.", "questions": [{"id": "q"}]}""",
            "[]",
            "",
            Document("ferry", Mill, "twice?"),
            Document("mill", Mill, "who came?")
        );

        said.Code.ShouldBe(1);
        lines.Select(line => line["document"]!.GetValue<string>()).ShouldBe(["ferry", "mill"]);
        foreach (
            var start in new[]
            {
                "Line 1: this is not valid JSON",
                "Line 3: `text` is missing",
                "Line 4: `text` is empty",
                "Line 5: `q` is missing",
                "Line 6: a document is",
                "Line 8: the document 'ferry' stands on line 2",
            }
        )
        {
            said.Error.ShouldContain(start);
        }
    }

    [Fact]
    public async Task An_answer_comes_out_the_same_however_often_it_is_asked_for()
    {
        string[] documents =
        [
            .. Enumerable.Range(0, 100).Select(i => Document($"d{i}", i % 2 == 0 ? Ferry : Mill, "what failed?", "when?")),
        ];

        var first = await Run("document", documents);
        var second = await Run("document", documents);

        first.Lines.Select(line => line.ToJsonString()).ShouldBe(second.Lines.Select(line => line.ToJsonString()));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(Terminal Said, IReadOnlyList<JsonNode> Lines)> Run(string scope, params string[] documents)
    {
        await File.WriteAllLinesAsync(
            Path.Combine(folder.FullName, "in.jsonl"),
            documents,
            new UTF8Encoding(false),
            TestContext.Current.CancellationToken
        );
        var said = await Terminal.Run(folder.FullName, "answers", "--documents", "in.jsonl", "--out", "out.jsonl", "--scope", scope);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "out.jsonl"), TestContext.Current.CancellationToken);
        return (said, [.. lines.Select(line => JsonNode.Parse(line)!)]);
    }

    private static string Document(string id, string text, params string[] questions) =>
        JsonSerializer.Serialize(
            new
            {
                id,
                text,
                questions = questions.Select((q, i) => new { id = $"{id}-q{i}", q }),
            }
        );

    private static string Best(JsonNode line) => line["passages"]![0]!["text"]!.GetValue<string>();

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);
}
