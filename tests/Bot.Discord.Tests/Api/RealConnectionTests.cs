using System.Net;
using System.Net.Sockets;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Testing.Discord;
using Bot.Wire;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Api;

/// <summary>The client over real connections, since what breaks there has names of its own.</summary>
public sealed class RealConnectionTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly CountedDoor door = new(new SocketsHttpHandler());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => door.Dispose();

    [Fact]
    public async Task A_message_whose_connection_breaks_is_made_once_and_a_follow_up_is_unknown()
    {
        var standIn = new StandInDiscord(TimeProvider.System);
        await using var server = await StandInServer.On("http://127.0.0.1:0", standIn);
        using var client = Client(server.Api, standIn.Token);
        var discord = new DiscordApi(client, Snowflake.TryParse(standIn.ApplicationId)!.Value);
        standIn.Interactions.Open("7", "tok", type: 2);
        standIn.Next(new Fault.Dropped(Done: true), new Fault.Dropped(Done: false));
        var picture = new Upload("board.png", "image/png", new byte[200_000], "A picture");

        (
            await Run(
                discord.Post(
                    Snowflake.TryParse(StandInWorld.Channel)!.Value,
                    new MessageCreate { Content = "a", Nonce = Nonce.Of("a") },
                    Cancellation,
                    files: [picture]
                )
            )
        ).ShouldBeOfType<Outcome<PostedMessage>.Done>();
        (
            await Run(
                discord.Answer(
                    new Snowflake(7),
                    new InteractionToken("tok"),
                    InteractionResponse.Privately(new MessageData("b", [], [])),
                    Cancellation
                )
            )
        ).ShouldBeOfType<Outcome<NoContent>.Done>();
        standIn.Next(new Fault.Dropped(Done: true));
        (await Run(discord.Follow(new InteractionToken("tok"), new FollowUp { Content = "c" }, Cancellation)))
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unknown>();

        standIn.World.Messages.Select(message => message.Content).ShouldBe(["a", "b", "c"]);
        standIn.World.Messages[0].Files.ShouldHaveSingleItem().Bytes.Length.ShouldBe(200_000);
        standIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_done()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var client = Client(new Uri($"http://127.0.0.1:{port}/"), "t");

        (
            await Run(
                new DiscordApi(client, new Snowflake(1)).Follow(new InteractionToken("tok"), new FollowUp { Content = "c" }, Cancellation)
            )
        )
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unreachable>();
    }

    private DiscordClient Client(Uri api, string token) =>
        new(door, api, token, time, bytes => bytes.Clear(), NullLogger<DiscordClient>.Instance);

    private Task<T> Run<T>(Task<T> task) => door.Run(task, time);
}
