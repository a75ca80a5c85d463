using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
        said.Lines.Count.ShouldBe(2);
        said.Lines[^1].ShouldBe("bridge: 2 facts, 2 entities, 2 sources, 2 passages, edition 1");
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

    [Fact]
    public async Task Serve_says_when_its_address_is_taken()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, TestContext.Current.CancellationToken);

        var said = await Terminal.Run(stories.Root, "--urls", host.Address.ToString(), "--seeds", "seeds", "--knowledge", "knowledge");

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("cannot listen");
    }

    [GeneratedRegex(@"^\S+:\d+:\d+: .+")]
    private static partial Regex Problem();
}
