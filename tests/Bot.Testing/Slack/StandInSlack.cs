using Bot.Testing.Slack.Methods;
using Bot.Testing.Slack.SocketMode;
using Bot.Testing.Slack.Telling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Bot.Testing.Slack;

/// <summary>
/// A stand-in for Slack (<see href="https://docs.slack.dev/apis/web-api/"/>): its Web API, its files, the URLs that answers go to, and what it tells an app by requests or over
/// connections. Strict about everything, with limits and faults. On a fake clock it serves tests in their process, on the real one it is a process. What an app should not have
/// done is refused, and stands among the violations.
/// </summary>
public sealed partial class StandInSlack
{
    private readonly Lock gate = new();
    private readonly List<SlackCall> calls = [];
    private readonly List<string> violations = [];
    private readonly List<SlackFault> faults = [];
    private readonly Dictionary<string, SlackMethod> methods;
    private readonly FileMethods files;
    private int heldBack;
    private int requests;

    public StandInSlack(TimeProvider time, SlackApp? app = null)
    {
        (Time, App) = (time, app ?? new SlackApp());
        (Limits, World) = (new SlackLimits(time), new SlackWorld(time, App));
        (Triggers, Hooks) = (new SlackTriggers(time), new SlackHooks(this));
        Sockets = new StandInSockets(this);
        Requests = new StandInRequests(this);
        People = new SlackPeople(this);
        files = new FileMethods(this);
        methods = (
            (IEnumerable<SlackMethod>)
                [
                    .. new InfoMethods(this).All,
                    .. new ChatMethods(this, files).All,
                    .. new ConversationMethods(this).All,
                    .. new ViewMethods(this).All,
                    .. new AppMethods(this).All,
                    .. files.All,
                ]
        ).ToDictionary(method => method.Name, StringComparer.Ordinal);
    }

    public SlackApp App { get; }

    /// <summary>It may be set as long as nobody asked for it.</summary>
    public SlackAddresses Addresses { get; set; } = SlackAddresses.Slack;

    public SlackWorld World { get; }
    public SlackLimits Limits { get; }
    public SlackPeople People { get; }

    /// <summary>What the app is told over its own connections.</summary>
    public StandInSockets Sockets { get; }

    /// <summary>What the app is told by requests.</summary>
    public StandInRequests Requests { get; }
    internal SlackTriggers Triggers { get; }
    internal SlackHooks Hooks { get; }
    internal TimeProvider Time { get; }

    /// <summary>All that came, in order.</summary>
    public IReadOnlyList<SlackCall> Calls => Locked(() => calls.ToList());

    /// <summary>The messages there are by now, in order, those that are deleted too.</summary>
    public IReadOnlyList<SlackMessage> Messages => Locked(() => World.Messages.ToList());

    /// <summary>What the app was told, in order.</summary>
    public IReadOnlyList<SlackTold> Told => Locked(() => World.Told.ToList());

    /// <summary>How many answers are held back, by <see cref="SlackFault.Slow"/>.</summary>
    public int HeldBack => heldBack;

    /// <summary>What no app may do.</summary>
    public IReadOnlyList<string> Violations => Locked(() => violations.ToList());

    /// <summary>The next call that it is for goes wrong in this way; of several, in order.</summary>
    public void Next(params SlackFault[] next) =>
        Locked(() =>
        {
            faults.AddRange(next);
            return 0;
        });

    /// <summary>Answers at all addresses but those of connections.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.Map("/api/{method}", context => Serve(context, (string)context.Request.RouteValues["method"]!, Answer));
        endpoints.MapPost("/upload/v1/{ticket}", context => Serve(context, "upload", files.Upload));
        foreach (var kind in (string[])["commands", "actions", "app"])
        {
            endpoints.Map($"/{kind}/{{**rest}}", context => Serve(context, kind, Hooks.Answer));
        }

        endpoints.MapGet("/oauth/v2/authorize", Authorize);
    }

    internal T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    internal void Violate(SlackCall call, string what) => Violate($"{call.Method}: {what}");

    internal void Violate(string what) =>
        Locked(() =>
        {
            violations.Add(what);
            return 0;
        });
}
