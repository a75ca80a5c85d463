using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Testing.Slack.Telling;

namespace Bot.Testing.Slack;

/// <summary>What there is at the stand-in: workspaces, channels, people, messages. A test adds to it and looks into it.</summary>
public sealed class SlackWorld
{
    public const string Team = "T0HARBOR1";
    public const string Channel = "C0HARBOR2";

    /// <summary>Public too, without the bot.</summary>
    public const string Elsewhere = "C0HARBOR5";

    /// <summary>Private, without the bot.</summary>
    public const string Private = "C0HARBOR6";
    public const string Person = "U0HARBOR3";

    /// <summary>An admin of the workspace.</summary>
    public const string Admin = "U0HARBOR9";
    public const string BotToken = "xoxb-1200000000004-1200000000005-stand-in";

    private readonly TimeProvider time;
    private readonly SlackApp app;
    private long last;

    internal SlackWorld(TimeProvider time, SlackApp app)
    {
        (this.time, this.app) = (time, app);
        Installations.Add(Installation(Team, BotToken));
        foreach (
            var channel in (SlackChannel[])
                [
                    new(Channel, Team, "general") { Members = { Bot(Team), Person, Admin } },
                    new(Elsewhere, Team, "random") { Members = { Person, Admin } },
                    new(Private, Team, "office") { IsPrivate = true, Members = { Person, Admin } },
                ]
        )
        {
            Channels[channel.Id] = channel;
        }
    }

    public IDictionary<string, SlackTeam> Teams { get; } =
        new Dictionary<string, SlackTeam>(StringComparer.Ordinal) { [Team] = new SlackTeam(Team, "Harbour") };

    /// <summary>By id, in the order in which they were made.</summary>
    public IDictionary<string, SlackChannel> Channels { get; } = new OrderedDictionary<string, SlackChannel>(StringComparer.Ordinal);

    public IDictionary<string, SlackUser> Users { get; } =
        new Dictionary<string, SlackUser>(StringComparer.Ordinal)
        {
            [Person] = new(Person, Team, "jo"),
            [Admin] = new(Admin, Team, "mira") { IsAdmin = true },
        };

    /// <summary>Who is in a group, by its id.</summary>
    public IDictionary<string, IReadOnlyList<string>> UserGroups { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Where the app is or was installed.</summary>
    public IList<SlackInstallation> Installations { get; } = [];

    /// <summary>In order, those that are deleted too.</summary>
    public IList<SlackMessage> Messages { get; } = [];

    /// <summary>In order, those that are closed too.</summary>
    public IList<SlackView> Views { get; } = [];

    /// <summary>The Home tab of each who has one.</summary>
    public IDictionary<string, SlackView> Homes { get; } = new Dictionary<string, SlackView>(StringComparer.Ordinal);

    public SlackConsents Codes { get; } = new();

    /// <summary>Who is at the browser when the app is installed, and where; null: they say no.</summary>
    public (string Team, string User)? Installing { get; set; } = (Team, Admin);

    internal IList<SlackTold> Told { get; } = [];

    /// <summary>The app's user in a workspace.</summary>
    public static string Bot(string team) => team == Team ? "U0BOT" : $"U0BOT{team[1..]}";

    public static string BotId(string team) => team == Team ? "B0BOT" : $"B0BOT{team[1..]}";

    /// <summary>Installed from the app's settings.</summary>
    public SlackInstallation Installation(string team, string token) => new(team, token, Bot(team), BotId(team)) { Scopes = app.Scopes };

    public string NextId(string prefix) => $"{prefix}0STAND{++last}";

    /// <summary>Seconds and a number that no other message has.</summary>
    public string NextTs() =>
        string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeSeconds()}.{++last % 1_000_000:D6}");

    public SlackMessage? Find(string channel, string ts) =>
        Messages.FirstOrDefault(each => each.Channel == channel && each.Ts == ts && !each.IsDeleted);

    /// <summary>A person's messages with the app, which are there from the first one on.</summary>
    public SlackChannel Direct(string team, string user)
    {
        var there = Channels.Values.FirstOrDefault(channel => channel.IsDirect && channel.Team == team && channel.Members.Contains(user));
        if (there is null)
        {
            there = new SlackChannel(NextId("D"), team, "directmessage") { IsDirect = true, Members = { user, Bot(team) } };
            Channels[there.Id] = there;
        }

        return there;
    }

    /// <summary>A new view, before somebody's eyes.</summary>
    internal SlackView Show(JsonObject shown, string team, string user, SlackView? below)
    {
        var view = new SlackView(NextId("V"), team, user) { Below = below };
        view.Show(shown, NextTs());
        Views.Add(view);
        return view;
    }

    internal SlackMessage Add(SlackMessage message)
    {
        message.At = time.GetUtcNow();
        Messages.Add(message);
        return message;
    }
}
