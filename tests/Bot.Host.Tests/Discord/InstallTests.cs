using System.Net;
using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Discord;

/// <summary>Discord tells which servers added the application, and is asked which have it.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private const string Events = "/discord/events";
    private const string Other = "1200000000000000020";
    private static readonly CommunityId Community = new($"discord:{DiscordSide.Guild}");
    private static readonly CommunityId WithCommandsAlone = new($"discord:{Other}");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private DiscordSide discord = null!;
    private ICommunities communities = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        discord = await DiscordSide.Open(time);
        communities = (await discord.Start(stories, Cancellation, token: false)).Services.GetRequiredService<ICommunities>();
    }

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task A_ping_is_answered_with_nothing()
    {
        (await Send("""{"version":1,"application_id":"1200000000000000001","type":0}""")).ShouldBe((HttpStatusCode.NoContent, ""));
        (await communities.All(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_adds_the_application_is_known_however_often_it_is_said()
    {
        for (var times = 0; times < 2; times++)
        {
            (
                await Send(
                    Event("APPLICATION_AUTHORIZED", $$""","integration_type":0,"guild":{"id":"{{DiscordSide.Guild}}","name":"Test"}""")
                )
            ).ShouldBe((HttpStatusCode.NoContent, ""));
        }

        (await communities.All(Cancellation)).ShouldBe([new KnownCommunity(Community, time.GetUtcNow(), null)]);
    }

    [Fact]
    public async Task With_a_token_Discord_is_asked_at_the_start_and_once_a_day_which_servers_have_the_application()
    {
        communities = (await discord.Start(stories, Cancellation)).Services.GetRequiredService<ICommunities>();
        await Until(async () => await IsHere(Community));
        discord.StandIn.World.WithCommandsAlone.Add(Other);
        await Send(Event("APPLICATION_AUTHORIZED", $$""","guild":{"id":"{{Other}}"}"""));

        discord.StandIn.World.Guilds.Remove(DiscordSide.Guild, out var guild);
        await Until(async () => !await IsHere(Community) && discord.StandIn.Calls.Any(call => call.Path.Contains(Other)));
        (await IsHere(WithCommandsAlone)).ShouldBeTrue();

        discord.StandIn.World.Guilds[DiscordSide.Guild] = guild!;
        discord.StandIn.World.WithCommandsAlone.Clear();
        await Until(async () => await IsHere(Community) && !await IsHere(WithCommandsAlone));
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_person_who_adds_the_application_for_themselves_nothing_is_kept()
    {
        (await Send(Event("APPLICATION_AUTHORIZED", ",\"integration_type\":1"))).ShouldBe((HttpStatusCode.NoContent, ""));
        (await Send(Event("APPLICATION_DEAUTHORIZED", ""))).ShouldBe((HttpStatusCode.NoContent, ""));
        (await Send(Event("QUEST_USER_ENROLLMENT", ""))).ShouldBe((HttpStatusCode.NoContent, ""));
        (await Send("""{"version":1,"application_id":"1200000000000000001","type":1}""")).ShouldBe((HttpStatusCode.NoContent, ""));

        (await communities.All(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_signed_or_not_understood_changes_nothing()
    {
        var body = Event("APPLICATION_AUTHORIZED", $$""","guild":{"id":"{{DiscordSide.Guild}}"}""");

        (await discord.SendUnsigned(Events, body, Cancellation)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Send("[1,2")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Send("""{"type":"x"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await communities.All(Cancellation)).ShouldBeEmpty();
    }

    private async Task<bool> IsHere(CommunityId community) =>
        (await communities.All(Cancellation)).Any(known => known.Id == community && known.Left is null);

    /// <summary>Lets hours pass until it is so.</summary>
    private async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 500 && !await holds(); tries++)
        {
            await discord.Settle(Cancellation);
            time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        (await holds()).ShouldBeTrue();
    }

    private static string Event(string type, string more) =>
        $$$"""{"version":1,"application_id":"1200000000000000001","type":1,"event":{"type":"{{{type}}}","timestamp":"2026-06-01T09:00:00.000000","data":{"user":{"id":"4"},"scopes":[]{{{more}}} } } }""";

    private Task<(HttpStatusCode Status, string Text)> Send(string body) => discord.Send(Events, body, Cancellation);
}
