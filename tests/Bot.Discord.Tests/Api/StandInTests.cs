using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Testing.Conversation;
using Bot.Testing.Discord;
using Bot.Testing.Discord.OpenApi;
using Bot.Wire;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Api;

/// <summary>The client and the stand-in, each of which would notice a mistake of the other.</summary>
public sealed class StandInTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Snowflake Channel = Id(StandInWorld.Channel);
    private static readonly Snowflake Guild = Id(StandInWorld.Guild);
    private static readonly Snowflake Person = Id(StandInWorld.Person);
    private static readonly Snowflake Asking = new(1300000000000000002);
    private static readonly InteractionToken Token = new("aW50ZXJhY3Rpb24-tok_en");
    private static readonly Upload Picture = new("board.png", "image/png", [0x89, 0x50, 0x4E, 0x47], "Bar chart of the standings");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 18, 0, 0, TimeSpan.Zero));
    private StandInDiscord standIn = null!;
    private StandInServer server = null!;
    private CountedDoor door = null!;
    private DiscordClient client = null!;
    private DiscordApi discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        standIn = new StandInDiscord(time);
        server = await StandInServer.InProcess(standIn);
        client = new DiscordClient(
            door = new CountedDoor(server.Door()),
            server.Api,
            standIn.Token,
            time,
            bytes => bytes.Clear(),
            NullLogger<DiscordClient>.Instance
        );
        discord = new DiscordApi(client, Id(standIn.ApplicationId));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Every_route_is_taken_and_answered_as_it_is_read()
    {
        (await Done(discord.Application(Cancellation))).VerifyKey.ShouldBe(standIn.PublicKey);
        (await Done(discord.Me(Cancellation))).Id.ToString().ShouldBe(standIn.BotId);
        (await Done(discord.Gateway(Cancellation))).SessionStartLimit.Total.ShouldBe(1_000);
        (await Done(discord.Channel(Channel, Cancellation))).GuildId.ShouldBe(Guild);
        (await Done(discord.Guild(Guild, Cancellation))).OwnerId.ShouldBe(Person);
        (await Done(discord.Guilds(default, Cancellation))).ShouldHaveSingleItem().Id.ShouldBe(Guild);
        (await Done(discord.Guilds(Guild, Cancellation))).ShouldBeEmpty();
        (await Done(discord.Has(Guild, Cancellation))).ShouldBeTrue();
        (await Done(discord.Has(Person, Cancellation))).ShouldBeFalse();
        (await Done(discord.Roles(Guild, Cancellation))).ShouldHaveSingleItem().Id.ShouldBe(Guild);
        (await Done(discord.Member(Guild, Person, Cancellation))).User!.Id.ShouldBe(Person);
        var direct = await Done(discord.Direct(Person, Cancellation));
        (await Done(discord.Direct(Person, Cancellation))).Id.ShouldBe(direct.Id);

        var posted = await Done(discord.Post(Channel, Create("a"), Cancellation));
        (await Done(discord.Message(Channel, posted.Id, Cancellation))).Content.ShouldBe("a");
        (await Done(discord.Edit(Channel, posted.Id, new MessageEdit { Content = Change.To("b") }, Cancellation))).Content.ShouldBe("b");
        await Done(discord.Delete(Channel, posted.Id, Cancellation));
        await Done(discord.Delete(Channel, posted.Id, Cancellation));
        Refusal(await Run(discord.Message(Channel, posted.Id, Cancellation))).Code.ShouldBe(ErrorCode.UnknownMessage);

        standIn.Interactions.Open(Asking.ToString(), Token.Secret);
        await Done(discord.Answer(Asking, Token, InteractionResponse.Privately(new MessageData("c", [], [])), Cancellation));
        (await Done(discord.EditOriginal(Token, new MessageEdit { Content = Change.To("d") }, Cancellation))).Content.ShouldBe("d");
        (await Done(discord.Follow(Token, new FollowUp { Content = "e", Flags = 64 }, Cancellation))).Content.ShouldBe("e");

        (await Done(discord.Commands(null, Cancellation))).ShouldBeEmpty();
        standIn.Violations.ShouldBeEmpty();
        standIn.Limits.Exceeded.ShouldBe(0);
    }

    [Fact]
    public async Task The_commands_of_the_catalogue_are_taken_for_everybody_and_in_a_guild_and_stand_afterwards()
    {
        foreach (var guilds in new Snowflake[][] { [], [Guild] })
        {
            var registration = new CommandRegistration(discord, guilds);

            (await Done(registration.Register(Cancellation))).Count.ShouldBe(CommandList.All.Count);
            (await Done(registration.Register(Cancellation))).ShouldBeEmpty();
        }

        standIn.Violations.ShouldBeEmpty();
        standIn.Limits.Exceeded.ShouldBe(0);
    }

    [Fact]
    public async Task Every_reply_can_be_answered_posted_followed_and_edited_with_and_is_as_Discord_describes_it()
    {
        standIn.Limits.Usual = new StandInLimits.Limit("", 10_000, TimeSpan.FromMinutes(1));
        var (desk, shelf) = await Replies.Loaded();
        var replies = Replies.Of(desk, shelf).Select(each => each.Item2).Concat(Enumerable.Range(0, 50).Select(Replies.Hostile)).ToList();
        foreach (var (n, message) in replies.Select(Renderer.Render).Index())
        {
            var token = new InteractionToken($"tok-{n}");
            standIn.Interactions.Open(Asking.ToString(), token.Secret);
            await Done(discord.Answer(Asking, token, InteractionResponse.Privately(message), Cancellation));
            await Done(discord.EditOriginal(token, MessageEdit.To(message), Cancellation, Picture));
            await Done(
                discord.Follow(
                    token,
                    new FollowUp
                    {
                        Content = message.Content,
                        Embeds = message.Embeds,
                        Components = message.Components,
                    },
                    Cancellation
                )
            );
            var posted = await Done(discord.Post(Channel, MessageCreate.Of(message, Nonce.Of($"{n}")), Cancellation, files: [Picture]));
            await Done(discord.Edit(Channel, posted.Id, MessageEdit.To(message), Cancellation));
        }

        standIn.Violations.ShouldBeEmpty();
        standIn.Calls.Count(call => call.Body is not null).ShouldBe(5 * replies.Count);
        output.WriteLine(
            OpenApiDescription.AtHand is not null
                ? $"{standIn.Described} bodies held against Discord's own description, none wrong; {replies.Count} replies."
                : $"{replies.Count} replies. Discord's own description is not at hand: nothing was held against it."
        );
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_there_once()
    {
        standIn.Next(
            new Fault.Dropped(Done: true),
            new Fault.Slow(DiscordClient.AnswerWithin * 2),
            new Fault.Dropped(Done: false),
            new Fault.Disturbed(502)
        );

        await Done(discord.Post(Channel, Create("a"), Cancellation, files: [Picture]));

        standIn.World.Messages.ShouldHaveSingleItem().Files.ShouldHaveSingleItem().Bytes.ShouldBe(Picture.Bytes);
        standIn.Calls.Count.ShouldBe(5);
        standIn.Calls.Select(call => (string?)call.Json["nonce"]).Distinct().ShouldHaveSingleItem();
        standIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_first_answer_whose_answer_was_lost_is_given_once_and_a_follow_up_is_unknown()
    {
        standIn.Interactions.Open(Asking.ToString(), Token.Secret);
        standIn.Next(new Fault.Dropped(Done: true));
        await Done(discord.Answer(Asking, Token, InteractionResponse.Privately(new MessageData("c", [], [])), Cancellation));
        standIn.World.Messages.ShouldHaveSingleItem();

        standIn.Next(new Fault.Dropped(Done: true));
        (await Run(discord.Follow(Token, new FollowUp { Content = "e" }, Cancellation)))
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unknown>();
        standIn.World.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Answers_after_three_seconds_and_after_a_quarter_of_an_hour_come_too_late()
    {
        standIn.Interactions.Open(Asking.ToString(), Token.Secret);
        time.Advance(TimeSpan.FromSeconds(4));
        Refusal(await Run(discord.Answer(Asking, Token, InteractionResponse.Suggest([]), Cancellation)))
            .Code.ShouldBe(ErrorCode.UnknownInteraction);

        standIn.Interactions.Open(Asking.ToString(), Token.Secret);
        await Done(discord.Answer(Asking, Token, new InteractionResponse(5), Cancellation));
        await Done(discord.EditOriginal(Token, new MessageEdit { Content = Change.To("d") }, Cancellation));
        time.Advance(TimeSpan.FromMinutes(15));
        Refusal(await Run(discord.EditOriginal(Token, new MessageEdit { Content = Change.To("d") }, Cancellation)))
            .Sentence.ShouldContain("15 minutes");
    }

    [Fact]
    public async Task However_many_are_sent_at_once_no_limit_is_ever_exceeded()
    {
        standIn.Limits.Set("POST /channels/{channel_id}/messages", new StandInLimits.Limit("", 5, TimeSpan.FromSeconds(5)));

        await Run(Task.WhenAll(Enumerable.Range(0, 30).Select(n => discord.Post(Channel, Create($"{n}"), Cancellation))));

        standIn.World.Messages.Count.ShouldBe(30);
        (standIn.Limits.Exceeded, standIn.Violations.Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task Limits_that_others_used_up_are_waited_for(string scope)
    {
        standIn.Next(new Fault.Limited(TimeSpan.FromSeconds(3.5), scope), new Fault.Edge(TimeSpan.FromSeconds(8)), new Fault.Edge(null));

        await Done(discord.Post(Channel, Create("a"), Cancellation), step: 2);

        standIn
            .Calls.Zip(standIn.Calls.Skip(1), (one, next) => (next.At - one.At).TotalSeconds)
            .Zip([3.5, 8, 60])
            .ShouldAllBe(pair => pair.First >= pair.Second);
    }

    private static MessageCreate Create(string text) => new() { Content = text, Nonce = Nonce.Of(text) };

    private static Snowflake Id(string text) => Snowflake.TryParse(text)!.Value;

    private static Failure.Refused Refusal<T>(Outcome<T> outcome) =>
        outcome.ShouldBeOfType<Outcome<T>.NotDone>().Why.ShouldBeOfType<Failure.Refused>();

    private async Task<T> Done<T>(Task<Outcome<T>> task, double step = 0.25)
    {
        var outcome = await Run(task, step);
        return outcome is Outcome<T>.Done done
            ? done.Value
            : throw new ShouldAssertException($"{outcome} {string.Join('\n', standIn.Violations)}");
    }

    private Task<T> Run<T>(Task<T> task, double step = 0.25) => door.Run(task, time, step, () => standIn.HeldBack);
}
