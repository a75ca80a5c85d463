using Bot.Core.Journal;
using Bot.Host.Stories;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Stories;

public sealed class LoadingTests
{
    private const string Facts = "knowledge/bridge/facts.yaml";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broken_edit_keeps_the_last_good_answers_and_a_mended_one_clears_it()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.Start(stories, Cancellation, time);
        (await host.Client.Get("/readyz", Cancellation)).Text("status").ShouldBe("ready");

        stories.Edit(Facts, text => text.Replace("status: own-account", "status: own-acount"));
        var degraded = await Until(host, time, "degraded");

        degraded.Status.ShouldBe(200);
        degraded.Body["problems"]![0]!.GetValue<string>().ShouldMatch(@"knowledge/bridge/facts\.yaml:\d+:\d+: .*own-account");
        (await host.Client.GetStringAsync(new Uri("/readyz", UriKind.Relative), Cancellation)).ShouldContain("'own-acount'");
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Text("outcome").ShouldBe("answered");
        host.Log.Entries.Where(entry => entry.Level == LogLevel.Warning && entry.Text.Contains("own-acount")).ShouldHaveSingleItem();

        stories.Edit(Facts, text => text.Replace("status: own-acount", "status: own-account"));
        var ready = await Until(host, time, "ready");

        ready.Body["problems"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_broken_file_is_warned_of_once()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider();
        await using var host = await RunningHost.Start(stories, Cancellation, time);
        stories.Edit(Facts, text => text.Replace("status: own-account", "status: own-acount"));
        await Until(host, time, "degraded");

        var shelf = host.Services.GetRequiredService<Shelf>();
        var before = shelf.Now.Problems;

        stories.Edit("knowledge/bridge/story.yaml", text => text + "# a comment\n");
        await Until(host, time, () => Task.FromResult(!ReferenceEquals(shelf.Now.Problems, before)));

        host.Log.Entries.Count(entry => entry.Level == LogLevel.Warning && entry.Text.Contains("own-acount")).ShouldBe(1);
    }

    [Fact]
    public async Task An_edited_fact_is_answered_in_a_development_run()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.Start(stories, Cancellation, time, development: true);

        stories.Edit(Facts, text => text.Replace("closed the Old Bridge to cars.", "shut the Old Bridge to all cars."));

        await Until(
            host,
            time,
            async () =>
                (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Text("text").Contains("shut the Old Bridge to all cars")
        );
        (await host.Client.Get("/readyz", Cancellation)).Text("status").ShouldBe("ready");
    }

    [Fact]
    public async Task The_history_shows_what_went_and_what_came_word_by_word()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.Start(stories, Cancellation, time, development: true);
        stories.Edit(Facts, text => text.Replace("closed the Old Bridge to cars.", "shut the Old Bridge to cars."));
        var shelf = host.Services.GetRequiredService<Shelf>();
        await Until(host, time, () => Task.FromResult(shelf.Now.Story()!.Revisions.Count > 2));

        foreach (var path in (string[])["/changes", "/facts/bridge-closed"])
        {
            var page = await host.Client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
            page.ShouldContain("<del>closed</del>", Case.Sensitive, path);
            page.ShouldContain("<ins>shut</ins> the Old Bridge", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task What_was_known_before_an_edit_is_still_answered_as_of_then_also_when_its_source_and_speaker_went()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.Start(stories, Cancellation, time, development: true);
        time.Advance(TimeSpan.FromDays(3));

        stories.Edit("knowledge/bridge/entities.yaml", text => text.Replace("- id: council", "- id: parish"));
        stories.Edit("knowledge/bridge/sources.yaml", text => text.Replace("- id: council-notice", "- id: parish-notice"));
        stories.Edit(
            Facts,
            text =>
                text.Replace("council-notice", "parish-notice")
                    .Replace("actor: council", "actor: parish")
                    .Replace("speaker: council", "speaker: parish")
        );
        await Until(
            host,
            time,
            async () =>
                (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Body["facts"]!
                    .AsArray()
                    .Any(fact => fact!["sources"]!.ToJsonString().Contains("parish-notice", StringComparison.Ordinal))
        );

        var said = await host.Client.Post("""{"question": "is the bridge shut?", "asOf": {"known": "2025-05-05"}}""", Cancellation);

        said.Status.ShouldBe(200, host.Log.Text);
        said.Body["facts"]![0]!["id"]!.GetValue<string>().ShouldBe("bridge-closed");
        said.Body["facts"]![0]!["revision"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Outside_the_repository_a_fact_cannot_change_under_the_same_edition()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.Start(stories, Cancellation, time);

        stories.Edit(Facts, text => text.Replace("closed the Old Bridge to cars.", "shut the Old Bridge to all cars."));

        var degraded = await Until(host, time, "degraded");
        degraded.Body["problems"]![0]!.GetValue<string>().ShouldContain("edition");
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Text("text").ShouldNotContain("shut the Old Bridge to all cars");
    }

    [Fact]
    public async Task A_text_dropped_in_while_running_is_a_story_soon_after()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider();
        await using var host = await RunningHost.Start(stories, Cancellation, time);

        stories.Write("seeds/ferry.txt", "The ferry stops\n\nThe ferry to the island stopped running on Monday after its engine failed.\n");

        await Until(host, time, async () => (await host.Client.Get("/readyz", Cancellation)).Body["stories"]!.GetValue<int>() == 2);
        (await host.Client.Post("""{"question": "why did the ferry stop?", "story": "ferry"}""", Cancellation)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_folder_that_goes_away_degrades_and_nothing_worse()
    {
        using var stories = new TemporaryStories("bridge");
        var time = new FakeTimeProvider();
        await using var host = await RunningHost.Start(stories, Cancellation, time);

        Directory.Delete(stories.Seeds, recursive: true);

        await Until(host, time, "degraded");
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task It_does_not_start_on_broken_files_and_names_every_problem()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "broken"));
        var expected = await File.ReadAllLinesAsync(Repository.Folder("tests", "stories", "broken", "problems.txt"), Cancellation);

        var refused = await Should.ThrowAsync<StartupRefusedException>(() => RunningHost.Start(stories, Cancellation));

        var places = expected
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => string.Join(':', line.Split(':')[..3]))
            .ToList();
        places.Count.ShouldBeGreaterThanOrEqualTo(15);
        places.ShouldAllBe(place => refused.Sentences.Any(sentence => sentence.StartsWith(place + ":", StringComparison.Ordinal)));
        refused.Sentences[^1].ShouldContain("problems");
    }

    [Fact]
    public async Task A_default_story_that_is_not_there_keeps_it_from_starting()
    {
        using var stories = new TemporaryStories("bridge");

        var refused = await Should.ThrowAsync<StartupRefusedException>(() =>
            RunningHost.Start(stories, Cancellation, settings: [("Stories:Default", "brigde")])
        );

        refused.Message.ShouldContain("Did you mean 'bridge'?");
    }

    [Fact]
    public async Task Without_any_story_it_starts_and_says_so()
    {
        using var stories = new TemporaryStories();
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Ask("what is going on?", Cancellation);

        said.Status.ShouldBe(404);
        said.Error.ShouldContain("no story here yet");
    }

    private static async Task<Said> Until(RunningHost host, FakeTimeProvider time, string status)
    {
        await Until(host, time, async () => (await host.Client.Get("/readyz", Cancellation)).Text("status") == status);
        return await host.Client.Get("/readyz", Cancellation);
    }

    /// <summary>Lets the service's time pass until something holds; real time passes only as the file system needs it.</summary>
    private static async Task Until(RunningHost host, FakeTimeProvider time, Func<Task<bool>> holds)
    {
        for (var i = 0; i < 400; i++)
        {
            if (await holds())
            {
                return;
            }

            time.Advance(FolderWatch.Poll);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }

        throw new ShouldAssertException($"It never came to hold. The log:\n{host.Log.Text}");
    }
}
