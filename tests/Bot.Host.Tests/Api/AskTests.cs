using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Api;

public sealed class AskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_answered_from_a_fact_with_its_speaker_status_and_source()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Ask(TemporaryStories.Question, Cancellation);

        said.Status.ShouldBe(200);
        said.Text("outcome").ShouldBe("answered");
        said.Body["reason"].ShouldBeNull();
        said.Text("text").ShouldContain("closed the Old Bridge to cars");
        var fact = said.Body["facts"]![0]!;
        fact["id"]!.GetValue<string>().ShouldBe("bridge-closed");
        fact["status"]!.GetValue<string>().ShouldBe("own-account");
        fact["speaker"]!.GetValue<string>().ShouldContain("Town Council");
        fact["known"]!.GetValue<string>().ShouldBe("2025-05-03");
        fact["sources"]!.AsArray().Select(source => source!["id"]!.GetValue<string>()).ShouldContain("council-notice");
        fact["sources"]![0]!["sentence"]!.GetValue<string>().ShouldStartWith("Paragraph 1 says");
    }

    [Fact]
    public async Task The_answer_has_exactly_the_keys_of_the_contract()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Ask(TemporaryStories.Question, Cancellation);

        Keys(said.Body)
            .ShouldBe([
                "question",
                "outcome",
                "reason",
                "text",
                "confidence",
                "facts",
                "nearest",
                "passages",
                "asOf",
                "elapsedMicroseconds",
            ]);
        Keys(said.Body["facts"]![0]!)
            .ShouldBe([
                "id",
                "revision",
                "kind",
                "status",
                "says",
                "quote",
                "speaker",
                "actor",
                "on",
                "known",
                "checked",
                "marks",
                "sources",
                "score",
            ]);
        Keys(said.Body["facts"]![0]!["sources"]![0]!).ShouldBe(["id", "title", "publisher", "url", "origin", "sentence"]);
        Keys(said.Body["passages"]![0]!).ShouldBe(["document", "start", "end", "text", "score"]);
        Keys(said.Body["asOf"]!).ShouldBe(["known", "happened"]);
    }

    [Fact]
    public async Task A_question_about_something_else_is_not_answered()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Ask("who won the chess championship in 1972?", Cancellation);

        said.Text("outcome").ShouldBe("abstained");
        said.Text("reason").ShouldBe("outside-story");
        said.Body["facts"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_story_asked_about_can_be_named()
    {
        using var stories = new TemporaryStories("bridge", "tunnel");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Post("""{"question": "is the bridge shut?", "story": "tunnel"}""", Cancellation);

        said.Body["facts"]![0]!["sources"]![0]!["sentence"].ShouldNotBeNull();
        said.Body["passages"]![0]!["document"]!.GetValue<string>().ShouldBe("tunnel-document");
    }

    [Fact]
    public async Task Both_clocks_come_back_as_they_were_set()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Post(
            """{"question": "is the bridge shut?", "asOf": {"known": "2025-06", "happened": "2025-05-30"}}""",
            Cancellation
        );

        said.Status.ShouldBe(200);
        said.Body["asOf"]!["known"]!.GetValue<string>().ShouldBe("2025-06-30");
        said.Body["asOf"]!["happened"]!.GetValue<string>().ShouldBe("2025-05-30");
    }

    [Theory]
    [InlineData("\u0001\u0002 is the \u0007 bridge \u001b[31m shut")]
    [InlineData("\u202Eis the bridge shut\u202C?")]
    [InlineData("🌉 bridge 🚗🚫???")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("هل الجسر مغلق أمام السيارات؟")]
    [InlineData("'; drop table facts; -- <script>alert(1)</script> @everyone")]
    [InlineData("?")]
    [InlineData("Ǆ ﬀ İ ı \u0345\u0345\u0345")]
    public async Task Whatever_is_typed_gets_a_sentence(string question)
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Ask(question, Cancellation);

        said.Status.ShouldBe(200);
        said.Text("text").ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_text_dropped_into_the_seeds_is_answered_from_its_sentences()
    {
        using var stories = new TemporaryStories();
        stories.Write(
            "seeds/ferry.txt",
            "The ferry stops\n\nThe ferry to the island stopped running on Monday after its engine failed. Repairs cost 40,000 pounds.\n"
        );
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Ask("how much do the repairs cost?", Cancellation);

        said.Text("outcome").ShouldBe("answered");
        said.Body["passages"]![0]!["text"]!.GetValue<string>().ShouldBe("Repairs cost 40,000 pounds.");

        var opening = await host.Client.Ask("what is going on?", Cancellation);

        opening.Text("outcome").ShouldBe("answered");
        opening
            .Text("text")
            .ShouldContain(
                "The ferry stops \u201CThe ferry to the island stopped running on Monday after its engine failed.\u201D Repairs cost 40,000 pounds."
            );
    }

    [Fact]
    public async Task No_question_text_reaches_the_log()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            settings: ("Logging:LogLevel:Microsoft.AspNetCore", "Information")
        );

        await host.Client.Ask("is the xylophonist on the bridge?", Cancellation);
        await host.Client.Post("""{"question": "xylophonist", "story": "xylophonist-story"}""", Cancellation);
        await host.Client.Post("""{"question": "xylophonist" """, Cancellation);
        await host.Client.GetStringAsync(new Uri("/console/suggest?typed=xylophonist", UriKind.Relative), Cancellation);
        await host.Client.GetStringAsync(new Uri("/facts?text=xylophonist", UriKind.Relative), Cancellation);

        host.Log.Entries.ShouldContain(entry => entry.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        host.Log.Text.ShouldNotContain("xylophonist");
    }

    [Fact]
    public async Task Many_questions_at_once_are_all_answered()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => host.Client.Ask($"is the bridge shut {i}?", Cancellation)));

        said.ShouldAllBe(one => one.Status == 200);
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);
}
