using System.Text;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Trace;

namespace Bot.Host.Tests.Telemetry;

/// <summary>Alone, since spans of one name are heard across all services of a process.</summary>
[Collection(nameof(MetricsTests))]
public sealed class TracesTests
{
    private const string Question = "is the bridge closed?";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_done_is_sent_to_the_endpoint_without_what_was_asked_and_who_asked()
    {
        using var sent = new MemoryStream();
        await using var collector = await LocalServer.On(
            "http://127.0.0.1:0",
            app =>
                app.MapPost(
                    "/v1/traces",
                    async context =>
                    {
                        using var body = new MemoryStream();
                        await context.Request.Body.CopyToAsync(body);
                        lock (sent)
                        {
                            body.WriteTo(sent);
                        }
                    }
                )
        );
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
        await using (var discord = await DiscordSide.Open(time))
        {
            var host = await discord.Start(
                stories,
                Cancellation,
                settings:
                [
                    ("Store:Provider", "sqlite"),
                    ("Store:ConnectionString", Path.Combine(stories.Root, "dateline.db")),
                    ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address!.ToString()),
                    ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ]
            );
            var asked = await discord.Ask(Question, Cancellation);
            await discord.Finished(await discord.Press(DiscordSide.Button(asked.Original!, "Share")!, Cancellation), Cancellation);
            await host.Client.Ask(Question, Cancellation);
            await host.Client.GetAsync(new Uri($"/?q={Uri.EscapeDataString(Question)}", UriKind.Relative), Cancellation);
        }

        var told = Encoding.UTF8.GetString(sent.ToArray());
        foreach (
            var span in (string[])
                [
                    "POST /api/ask",
                    "POST /discord/interactions",
                    "discord interaction",
                    "discord follow-up",
                    "answer",
                    "store transaction",
                    "sqlite",
                    "answered",
                ]
        )
        {
            told.ShouldContain(span);
        }

        foreach (var secret in (string[])["closed", DiscordSide.Person, "tok-", "url.path", "url.full", "user_agent"])
        {
            told.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Where_nobody_said_where_to_nothing_is_traced()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        host.Services.GetService<TracerProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task A_command_is_one_line_in_the_log_without_what_was_asked_and_who_asked()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
        await using var discord = await DiscordSide.Open(time);
        var host = await discord.Start(stories, Cancellation);

        await discord.Ask(Question, Cancellation);
        await discord.Finished(await discord.Do(Doing.Typed("digest", "list"), Cancellation), Cancellation);
        await discord.Finished(
            await discord.Do(Doing.Typed("fact", "queue") with { Permissions = "274877917184" }, Cancellation),
            Cancellation
        );

        host.Log.Entries.Where(entry => entry.Category == "Bot.Host.Telemetry.CommandLog")
            .Select(entry => (entry.Level, entry.Text.Trim()))
            .ShouldBe([
                (LogLevel.Information, $"Ask in discord:{DiscordSide.Guild}: answered"),
                (LogLevel.Information, $"ListDigests in discord:{DiscordSide.Guild}: Refusal"),
                (LogLevel.Information, $"ShowWaiting in discord:{DiscordSide.Guild}: Listing"),
            ]);
        host.Log.Entries.Where(entry => entry.Level >= LogLevel.Information)
            .ShouldAllBe(entry => !entry.Text.Contains(Question) && !entry.Text.Contains(DiscordSide.Person));
    }
}
