using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Stores;

public sealed class RestartTests
{
    private const string Facts = "knowledge/bridge/facts.yaml";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 5, 4, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changed_before_a_restart_is_known_after_it()
    {
        using var stories = new TemporaryStories("bridge");
        DateTimeOffset began;
        await using (var host = await Start(stories))
        {
            began = Story(host).KeptSince;
        }

        time.Advance(TimeSpan.FromDays(3));
        stories.Edit(Facts, text => text.Replace("closed the Old Bridge to cars.", "shut the Old Bridge to all cars."));
        await using (var host = await Start(stories))
        {
            Story(host).Edition.ShouldBe(new Edition(1, 1));
        }

        time.Advance(TimeSpan.FromDays(3));
        await using var last = await Start(stories);

        var story = Story(last);
        story.KeptSince.ShouldBe(began);
        story.ChangedAt.ShouldBe(began + TimeSpan.FromDays(3));
        story.Edition.ShouldBe(new Edition(1, 1));
        (await last.Client.Ask(TemporaryStories.Question, Cancellation)).Text("text").ShouldContain("shut the Old Bridge to all cars");
        var then = await last.Client.Post(
            $$"""{ "question": "{{TemporaryStories.Question}}", "asOf": { "known": "2025-05-05" } }""",
            Cancellation
        );
        then.Text("text").ShouldContain("closed the Old Bridge to cars");
    }

    [Fact]
    public async Task A_published_build_does_not_start_on_files_that_differ_under_the_stored_edition()
    {
        using var stories = new TemporaryStories("bridge");
        await using (await Start(stories, development: false)) { }

        stories.Edit(Facts, text => text.Replace("closed the Old Bridge to cars.", "shut the Old Bridge to all cars."));

        var refused = await Should.ThrowAsync<StartupRefusedException>(() => Start(stories, development: false));
        refused.Message.ShouldContain("The facts of 'bridge' changed under edition 1; raise `edition` and add a note that says why.");
    }

    private Task<RunningHost> Start(TemporaryStories stories, bool development = true) =>
        RunningHost.Start(
            stories,
            Cancellation,
            time,
            development,
            ("Store:Provider", "sqlite"),
            ("Store:ConnectionString", Path.Combine(stories.Root, "data", "dateline.db"))
        );

    private static StorySnapshot Story(RunningHost host) => host.Services.GetRequiredService<Shelf>().Now.Story("bridge")!;
}
