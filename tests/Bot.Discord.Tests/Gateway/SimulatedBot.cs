using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Conversation.Pictures;
using Bot.Core.Conversation.Settings;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Delivery.Sharing;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Cards;
using Bot.Core.Replicas;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Moderating;
using Bot.Discord.Pictures;
using Bot.Discord.Posts;
using Bot.Discord.Settings;
using Bot.Discord.Sharing;
using Bot.Testing;
using Bot.Testing.Conversation;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Gateway;
using Bot.Testing.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The Gateway as it runs in the service, with a stand-in for Discord and a fake clock: the same script gives the same run.</summary>
internal sealed class SimulatedBot : IDisposable
{
    /// <summary>Read once; nothing here changes them.</summary>
    private static readonly Lazy<Task<(Desk Desk, Shelf Shelf)>> Stories = new(() => Task.Run(Replies.Loaded));
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    /// <param name="seed">Of all that is by chance.</param>
    public SimulatedBot(StandInApplication? application = null, int seed = 1, string? token = null, ILoggerFactory? loggers = null)
    {
        Discord = new StandInGateway(application ?? new StandInApplication(), Time);
        var rest = new StandInDiscord(Time);
        (People, Interactions) = (new StandInPeople(Discord, rest), rest.Interactions);
        Api = new StandInApi(Discord, Interactions, Time);
        var log = loggers ?? NullLoggerFactory.Instance;
        var chance = new Random(seed);
        Randomness random = chance.NextBytes;
        NoteFault note = (fault, where) => throw new InvalidOperationException(where, fault);
        var (shelf, journal, people) = (
            Stories.Value.GetAwaiter().GetResult().Shelf,
            new InMemoryJournal(Time),
            new InMemoryPeople(random)
        );
        var watches = new InMemoryWatches();
        Communities = new InMemoryCommunities(
            Time,
            journal,
            people,
            new InMemorySignInLinks(random, Time),
            Receipts,
            new InMemoryInstallations(Time),
            new InMemoryDigests(),
            watches,
            new InMemoryCards()
        );
        var desk = new Desk(shelf, Time);
        var (answering, seal) = (new Answering(desk, shelf), new KeyedSeal(() => SealKeys.New(random)));
        var (buttons, poster) = (new ButtonIds(seal), new Poster(Receipts, seal, Time, (_, _) => { }));
        var changes = new Changes(journal, new StoryKeeper(journal, shelf, Time, development: false), shelf, Time);
        var standingIn = new StandingIn(shelf, people, Time);
        var moderators = new GuildModerators(shelf, standingIn);
        var menus = new SettingsMenus(shelf, changes, people, new CardChannel(poster, [], shelf));
        var handler = new InteractionHandler(
            answering,
            shelf,
            buttons,
            new ShareButtons(new Sharer(desk, shelf, buttons, poster), new Remover(buttons, poster), shelf, moderators),
            new WatchButtons(new Watcher(shelf, buttons, people, watches, Time)),
            new PictureButton(new TimelinePictures(desk, shelf, new Drawing((_, _) => []))),
            new SettingsCard(desk, shelf, menus, new StandInForm(people, standingIn, menus, buttons, Time)),
            new ModeratorAnswers(new ModeratorDesk(shelf, changes, people, Receipts, buttons, Time), moderators)
        );
        Gateway = new DiscordGateway(
            token ?? Discord.Application.Token,
            new ScriptedSockets(Discord),
            new IdentifyGate(Api, Time, random, log.CreateLogger<IdentifyGate>()),
            new GatewayEvents(
                new GatewayInteractions(
                    new InteractionAnswers(handler, note),
                    new Afterwards(Api.Answer, StandInApi.Replace, note, log.CreateLogger<Afterwards>()),
                    Time,
                    log.CreateLogger<GatewayInteractions>()
                ),
                new MentionAnswers(answering, note, poster, new DiscordPlatform(Api), Time, log.CreateLogger<MentionAnswers>()),
                new GuildRoll(Communities, Time, random, note),
                note,
                log.CreateLogger<GatewayEvents>()
            ),
            Status,
            SoleReplica.Instance,
            Time,
            random,
            note,
            log
        );
    }

    public Simulation World { get; } = new();
    public TimeProvider Time => World.Time;
    public StandInGateway Discord { get; }
    public StandInPeople People { get; }
    public StandInAnswers Interactions { get; }
    public StandInApi Api { get; }
    public InMemoryCommunities Communities { get; }
    public InMemoryReceipts Receipts { get; } = new();
    public GatewayStatus Status { get; } = new();
    public DiscordGateway Gateway { get; }

    public StandInConnection Connection => Discord.Connections[^1];

    /// <summary>A bot that is connected.</summary>
    public static SimulatedBot Connected(StandInApplication? application = null, int seed = 1, ILoggerFactory? loggers = null)
    {
        var bot = new SimulatedBot(application, seed, loggers: loggers);
        bot.Start();
        bot.UntilConnected();
        return bot;
    }

    public void Start() => running = World.Start(() => Gateway.Run(stop.Token));

    public void Stop()
    {
        stop.Cancel();
        World.Pass(TimeSpan.FromSeconds(5));
        running.IsCompleted.ShouldBeTrue("it did not stop");
    }

    public void Pass(TimeSpan span) => World.Pass(span);

    public void Pass(double seconds) => World.Pass(TimeSpan.FromSeconds(seconds));

    public void UntilConnected(double seconds = 120) =>
        World.PassUntil(() => Status.IsConnected && Discord.IsConnected, TimeSpan.FromSeconds(seconds));

    /// <summary>Somebody asks for help, in a guild.</summary>
    public StandInAnswers.Asked Ask(string? guild = Guild) => People.Type(new JsonObject { ["name"] = "help", ["type"] = 1 }, guild);

    public const string Guild = "1200000000000000002";

    public void Dispose() => stop.Dispose();
}
