using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Host.Cli;
using Bot.Host.Tests.Hosting;
using Bot.Testing;

namespace Bot.Host.Tests.Cli;

public sealed partial class VerbTests
{
    [Fact]
    public async Task Ask_answers_in_plain_lines()
    {
        using var stories = new TemporaryStories("bridge");

        var said = await Terminal.Run(stories.Root, "ask", TemporaryStories.Question, "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(0);
        said.Out.ShouldContain("closed the Old Bridge to cars");
        said.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_takes_words_without_quotation_marks_and_words_that_begin_with_an_at_sign()
    {
        using var stories = new TemporaryStories("bridge");

        var said = await Terminal.Run(
            stories.Root,
            "ask",
            "@council",
            "is",
            "the",
            "bridge",
            "shut",
            "--seeds",
            "seeds",
            "--knowledge",
            "knowledge"
        );

        said.Code.ShouldBe(0);
        said.Out.ShouldContain("Old Bridge");
    }

    [Fact]
    public async Task Ask_without_a_question_tells_the_story_so_far()
    {
        using var stories = new TemporaryStories("bridge");

        var said = await Terminal.Run(stories.Root, "ask", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(0);
        said.Out.ShouldContain("Old Bridge");
    }

    [Fact]
    public async Task Ask_gives_one_line_of_JSON_where_that_is_wanted()
    {
        using var stories = new TemporaryStories("bridge", "tunnel");

        var said = await Terminal.Run(
            stories.Root,
            "ask",
            TemporaryStories.Question,
            "--json",
            "--story",
            "tunnel",
            "--as-of",
            "2025-06",
            "--seeds",
            "seeds",
            "--knowledge",
            "knowledge"
        );

        said.Code.ShouldBe(0);
        var answer = JsonNode.Parse(said.Lines.ShouldHaveSingleItem())!;
        answer["question"]!.GetValue<string>().ShouldBe(TemporaryStories.Question);
        answer["asOf"]!["known"]!.GetValue<string>().ShouldBe("2025-06-30");
        answer["passages"]![0]!["document"]!.GetValue<string>().ShouldBe("tunnel-document");
    }

    [Theory]
    [InlineData("--as-of", "2025-02-30", "no real date")]
    [InlineData("--story", "brigde", "Did you mean 'bridge'?")]
    [InlineData("--stroy", "bridge", "Did you mean '--story'?")]
    public async Task Ask_wrongly_used_says_how(string option, string value, string sentence)
    {
        using var stories = new TemporaryStories("bridge");

        var said = await Terminal.Run(stories.Root, "ask", "a", option, value, "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(2);
        said.Error.ShouldContain(sentence);
    }

    [Fact]
    public async Task Ask_on_broken_files_names_their_problems()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "broken"));

        var said = await Terminal.Run(stories.Root, "ask", "a", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("knowledge/torn/");
    }

    [Fact]
    public async Task Check_counts_what_a_sound_story_has()
    {
        using var stories = new TemporaryStories("bridge");

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(0);
        said.Lines[1].ShouldBe("bridge: 2 facts, 2 entities, 2 sources, 2 passages, edition 1");
    }

    [Fact]
    public async Task Check_ends_with_no_problems_where_there_is_nothing_to_say()
    {
        using var stories = new TemporaryStories("bridge");
        stories.Edit("knowledge/bridge/facts.yaml", text => text.Replace("kind: non-answer", "kind: non-answer\n  asked: [until when]"));

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Lines[^1].ShouldBe("No problems.");
    }

    [Fact]
    public async Task Check_says_what_may_have_been_forgotten()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "club"));
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Path.Combine(stories.Root, "knowledge", "club-sale");
        var facts = Path.Combine(folder, "facts.yaml");
        var lines = await File.ReadAllLinesAsync(facts, cancellation);
        var asked = Array.FindIndex(lines, line => line.TrimStart().StartsWith("asked:", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(facts, lines.Where((_, at) => at != asked), cancellation);
        await File.AppendAllTextAsync(
            Path.Combine(folder, "entities.yaml"),
            "\n- id: nobody-at-all\n  kind: person\n  name: Somebody Unheard Of\n",
            cancellation
        );

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(0, said.Out);
        said.Out.ShouldContain("No fact rests on 'The source of the money has been questioned.', ");
        said.Out.ShouldContain("they have no way of asking: ");
        said.Out.ShouldContain("No fact concerns nobody-at-all: ");
        said.Lines[^1].ShouldBe("No problems. The indented lines say what may have been forgotten.");
    }

    [Theory]
    [InlineData("exemption", "exemption", "", false)]
    [InlineData("limit", "limit", "", false)]
    [InlineData("act", "act", "", true)]
    [InlineData("exemption", "act", "", true)]
    [InlineData("act", "act", "\n  links: {said-with: [bridge-closed]}", false)]
    [InlineData("figure", "figure", "\n  figure: {value: 3, unit: years}", false)]
    [InlineData("figure", "figure", "\n  figure: {value: 3, unit: miles}", true)]
    public async Task Check_has_nothing_against_a_way_of_asking_that_leads_to_facts_told_together(
        string first,
        string second,
        string more,
        bool told
    )
    {
        using var stories = new TemporaryStories("bridge");
        var figure = first == "figure" ? "\n  figure: {value: 3, unit: years}" : "";
        stories.Edit("knowledge/bridge/facts.yaml", _ => $"{Small("bridge-closed", first, figure)}{Small("no-end-date", second, more)}");

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(0, said.Out);
        said.Out.Contains("Asked of more than one: 'is anything left open'").ShouldBe(told, said.Out);

        static string Small(string id, string kind, string more) =>
            $"""
                - id: {id}
                  kind: {kind}{more}
                  speaker: newspaper
                  status: reported
                  says: The bridge is closed.
                  asked: [is anything left open]
                  sources: [newspaper]
                  rests-on:
                    - seed: bridge-document
                      sentence: Old Bridge

                """;
    }

    [Fact]
    public async Task Check_says_where_the_day_of_a_document_is_to_be_written()
    {
        using var stories = new TemporaryStories("bridge");
        stories.Edit("seeds/bridge/first-document.md", text => text.Replace("form: notes\n", "form: notes\npublished: 2025-05-02\n"));

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Out.ShouldContain("The `published` of a document does nothing by itself: write it in sources.yaml too, on newspaper.");
    }

    [Fact]
    public async Task Check_says_what_is_asked_of_two_facts_and_what_is_superseded_and_still_in_force()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "club"));
        var cancellation = TestContext.Current.CancellationToken;
        var file = Path.Combine(stories.Root, "knowledge", "club-sale", "facts.yaml");
        var text = await File.ReadAllTextAsync(file, cancellation);
        text = text.Replace("[who bought the club,", "[how long is the ban, who bought the club,", StringComparison.Ordinal)
            .Replace("- id: banned\n", "- id: banned\n  links: {supersedes: [sold]}\n", StringComparison.Ordinal)
            .Replace(
                "- id: approved\n",
                "- id: approved\n  ended: {how: superseded, on: 2024-02-13, reason: The league voted again.}\n",
                StringComparison.Ordinal
            );
        await File.WriteAllTextAsync(file, text, cancellation);

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(0, said.Out);
        said.Out.ShouldContain("Asked of more than one: 'how long is the ban' (sold, banned).");
        said.Out.ShouldContain("Superseded, and still in force: sold.");
        said.Out.ShouldContain("Ended as superseded, and no fact says by what: approved.");
    }

    [Fact]
    public async Task Check_names_every_problem_and_counts_them()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "broken"));

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(1);
        said.Lines.Count.ShouldBeGreaterThan(15);
        said.Lines.Skip(1).SkipLast(1).ShouldAllBe(line => Problem().IsMatch(line));
        said.Lines[^1].ShouldBe($"{said.Lines.Count - 2} problems.");
    }

    [Theory]
    [InlineData("bridge")]
    [InlineData("")]
    public async Task Check_says_first_which_folders_it_read(string slug)
    {
        using var stories =
            slug.Length > 0 ? new TemporaryStories(slug) : TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "broken"));

        var said = await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        var (seeds, knowledge) = (Path.Combine(stories.Root, "seeds"), Path.Combine(stories.Root, "knowledge"));
        said.Lines[0].ShouldBe($"Documents are read from {seeds}, facts from {knowledge}.");
    }

    [Fact]
    public async Task The_shipped_stories_are_in_order()
    {
        var said = await Terminal.Run(Repository.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(0, said.Out);
    }

    [Fact]
    public async Task A_new_story_is_sound_and_is_written_once()
    {
        using var stories = new TemporaryStories();

        var written = await Terminal.Run(stories.Root, "new-story", "flood", "--seeds", "seeds", "--knowledge", "knowledge");
        written.Code.ShouldBe(0);
        written.Out.ShouldContain(Path.Combine("knowledge", "flood", "facts.yaml"));
        (await Terminal.Run(stories.Root, "check", "--seeds", "seeds", "--knowledge", "knowledge")).Code.ShouldBe(0);

        var again = await Terminal.Run(stories.Root, "new-story", "flood", "--seeds", "seeds", "--knowledge", "knowledge");
        again.Code.ShouldBe(1);
        again.Error.ShouldContain("exists already");
        (await Terminal.Run(stories.Root, "new-story", "The Flood", "--seeds", "seeds", "--knowledge", "knowledge")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Version_says_which_build_it_is()
    {
        var said = await Terminal.Run(Path.GetTempPath(), "version");

        said.Code.ShouldBe(0);
        said.Out.ShouldStartWith("dateline ");
    }

    [Theory]
    [InlineData("sevre")]
    [InlineData("new-story")]
    [InlineData("answers", "--documents", "nothing.jsonl")]
    [InlineData("answers", "--documents", "nothing.jsonl", "--out", "out.jsonl", "--scope", "all")]
    [InlineData("answers", "--documents", "nothing.jsonl", "--out", "out.jsonl")]
    [InlineData("serve", "--ulrs", "http://localhost:5080")]
    [InlineData("--ulrs=http://localhost:5080")]
    [InlineData("check", "--knowlege", "knowledge")]
    public async Task Bad_usage_ends_with_two_and_says_what_is_wrong(params string[] arguments)
    {
        using var stories = new TemporaryStories();

        var said = await Terminal.Run(stories.Root, arguments);

        said.Code.ShouldBe(2);
        said.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Serve_ends_on_broken_files_with_all_their_problems()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "broken"));

        var said = await Terminal.Run(
            stories.Root,
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--seeds",
            "seeds",
            "--knowledge",
            "knowledge"
        );

        said.Code.ShouldBe(1);
        said.Error.Split('\n').Count(line => line.Contains(".yaml:")).ShouldBeGreaterThan(5);
        said.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("/story status", "edition 1")]
    [InlineData("/stroy", "Did you mean")]
    public async Task Ask_understands_commands_too(string line, string said)
    {
        using var stories = new TemporaryStories("bridge");

        var answer = await Terminal.Run(stories.Root, "ask", line, "--seeds", "seeds", "--knowledge", "knowledge");

        answer.Code.ShouldBe(0, answer.Error);
        answer.Out.ShouldContain(said);
    }

    [Fact]
    public async Task Serve_ends_on_wrong_settings_with_all_of_them()
    {
        using var stories = new TemporaryStories("bridge");

        var said = await Terminal.Run(stories.Root, "--Stories:Default=No Slug", "--Private:Key", "short", "--urls", "http://127.0.0.1:0");

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("`Stories:Default` is 'No Slug'");
        said.Error.ShouldContain("`Private:Key` is too short");
    }

    [Theory]
    [InlineData("--urls")]
    [InlineData("--Urls")]
    public async Task Serve_says_when_its_address_is_taken(string option)
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, TestContext.Current.CancellationToken);

        var said = await Terminal.Run(
            stories.Root,
            "serve",
            $"{option}={host.Address}",
            "--Store:Provider=memory",
            "--seeds",
            "seeds",
            "--knowledge",
            "knowledge"
        );

        said.Code.ShouldBe(1);
        said.Error.ShouldStartWith("The service cannot listen: ");
        said.Error.ShouldContain($":{host.Address.Port}: address already in use. See whether `Urls`");
    }

    [Fact]
    public async Task Serve_says_when_its_address_is_not_of_this_machine()
    {
        using var stories = new TemporaryStories("bridge");

        var said = await Terminal.Run(
            stories.Root,
            "--urls",
            "http://192.0.2.1:5988",
            "--Private:Key=correct-horse-battery",
            "--Store:Provider=memory",
            "--seeds",
            "seeds",
            "--knowledge",
            "knowledge"
        );

        said.Code.ShouldBe(1);
        said.Error.ShouldStartWith("The service cannot listen: ");
        said.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void A_file_or_a_connection_that_fails_while_it_serves_is_a_fault_and_nothing_about_listening()
    {
        ServeVerb.Sentences(new IOException("No space left on device")).ShouldBeEmpty();
        ServeVerb.Sentences(new IOException("Connection reset by peer", new SocketException())).ShouldBeEmpty();
        ServeVerb
            .Sentences(new IOException("Failed to bind", new AggregateException(new SocketException(), new SocketException())))
            .ShouldHaveSingleItem();
    }

    [GeneratedRegex(@"^\S+:\d+:\d+: .+")]
    private static partial Regex Problem();
}
