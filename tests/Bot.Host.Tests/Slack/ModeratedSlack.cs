using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Slack;

/// <summary>A workspace whose moderators do things in chat, and what they see of it. Who does something is its admin, where nobody else is named.</summary>
internal sealed class ModeratedSlack : IAsyncDisposable
{
    /// <summary>Another admin.</summary>
    public const string Second = "U0HARBOR8";

    public static readonly CommunityId Here = new($"slack:{SlackWorld.Team}");

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));

    private ModeratedSlack(LiveSlack slack) => Slack = slack;

    public LiveSlack Slack { get; }

    public RunningHost Host { get; private set; } = null!;

    public Shelf Shelf => Host.Services.GetRequiredService<Shelf>();

    public StorySnapshot Story => Shelf.Story(Shelf.Now, Here)!;

    public Backlog Queue => Shelf.Queue(Here, Story.Story.Slug);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IList<SlackView> Views => Slack.StandIn.World.Views;

    public static async Task<ModeratedSlack> Open(string mode, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var moderated = new ModeratedSlack(await LiveSlack.Open(mode, time));
        moderated.Slack.StandIn.World.Users[Second] = new SlackUser(Second, SlackWorld.Team, "sam") { IsAdmin = true };
        moderated.Host = await moderated.Slack.Start(moderated.stories, Cancellation, time, settings);
        return moderated;
    }

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        stories.Dispose();
        Slack.StandIn.Violations.ShouldBeEmpty();
    }

    /// <summary>What follows a command, to be read by whoever typed it.</summary>
    public Task<SlackMessage> Say(string line, string user = SlackWorld.Admin) => Slack.Answer(Slack.People.Type(line, user: user));

    /// <summary>The form that a command leads to.</summary>
    public Task<SlackView> Form(string line, string user = SlackWorld.Admin) => Form(() => Slack.People.Type(line, user: user));

    /// <summary>The form that opens.</summary>
    public async Task<SlackView> Form(Func<SlackTold> act)
    {
        var before = Views.Count;
        var told = await Slack.Taken(act());
        await Wait.Until(() => Views.Count > before || told.Messages.Count > 0, string.Join('\n', Slack.StandIn.Violations));
        told.Messages.ShouldBeEmpty();
        return Views[^1];
    }

    public static IEnumerable<string> Fields(SlackView form) =>
        form.Blocks.Where(block => (string)block!["type"]! == "input").Select(block => (string)block!["block_id"]!);

    /// <summary>Sends a form off. What comes of it stands in its window.</summary>
    public async Task<Shown> Send(SlackView form, params (string Field, string Value)[] values)
    {
        var told = await Slack.Taken(Slack.People.Submit(form, values));
        Errors(told).ShouldBeNull();
        return Read(form);
    }

    /// <summary>Sends a form off that stays open, with a sentence below one of its fields.</summary>
    public async Task<(string Field, string Sentence)> Refused(SlackView form, params (string Field, string Value)[] values)
    {
        var before = form.Hash;
        var errors = Errors(await Slack.Taken(Slack.People.Submit(form, values))).ShouldNotBeNull();
        form.Hash.ShouldBe(before);
        var (field, sentence) = errors.ShouldHaveSingleItem();
        return (field, (string)sentence!);
    }

    /// <summary>A button in a window, and what stands there after it.</summary>
    public async Task<Shown> Press(SlackView window, string label)
    {
        var before = window.Hash;
        await Slack.Taken(Slack.People.Press(window, SlackControls.Action(window.Blocks, label)));
        await Wait.Until(() => window.Hash != before, $"[{label}] changes the window");
        return Read(window);
    }

    /// <summary>A button of a card: what takes its place, or is said beside it.</summary>
    public async Task<Shown> Press(SlackMessage card, string label, string user = SlackWorld.Admin)
    {
        var before = card.Blocks;
        var told = await Slack.Taken(Slack.Press(card, label, user));
        await Wait.Until(() => told.Messages.Count > 0 || !ReferenceEquals(card.Blocks, before), $"[{label}] is answered");
        return SlackReader.Read(told.Messages.Count > 0 ? told.Messages[0] : card);
    }

    public static Shown Read(SlackView window) => SlackReader.Read(window.Blocks, isPrivate: true);

    public async Task<IReadOnlyList<StoryEvent>> Events() =>
        await Host
            .Services.GetRequiredService<IJournal>()
            .Read(0, Cancellation)
            .Select(envelope => envelope.Event)
            .ToListAsync(Cancellation);

    private static JsonObject? Errors(SlackTold told) => (told.Ack as SlackAck.Taken)?.Body?["errors"] as JsonObject;
}
