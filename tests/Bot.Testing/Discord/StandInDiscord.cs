using System.Text.Json.Nodes;
using Bot.Testing.Discord.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Bot.Testing.Discord;

/// <summary>
/// A stand-in for Discord's REST API (<see href="https://discord.com/developers/docs/reference"/>): strict about everything, with limits and faults. On a fake clock it
/// serves tests in their process, on the real one it is a process. What a client should not have sent is refused, and stands among the violations.
/// </summary>
public sealed partial class StandInDiscord
{
    public const string Base = "/api/v10";

    private readonly Lock gate = new();
    private readonly List<StandInCall> calls = [];
    private readonly List<string> violations = [];
    private readonly List<Fault> faults = [];
    private readonly IReadOnlyList<StandInRoute> routes;
    private int heldBack;

    public StandInDiscord(TimeProvider time)
    {
        Time = time;
        Limits = new StandInLimits(time);
        World = new StandInWorld(time);
        Interactions = new StandInAnswers(this);
        routes =
        [
            .. new InfoRoutes(this).All,
            .. new CommandRoutes(this).All,
            .. new MessageRoutes(this).All,
            .. new WebhookRoutes(this).All,
        ];
    }

    public string Token { get; init; } = "MTIwMDAwMDAwMDAwMDAwMDAwMQ.stand.in-token";
    public string ApplicationId { get; init; } = "1200000000000000001";
    public string BotId { get; init; } = "1200000000000000006";

    /// <summary>64 hex digits.</summary>
    public string PublicKey { get; init; } = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";

    /// <summary>Where Discord sends interactions; null: over the Gateway.</summary>
    public string? InteractionsEndpoint { get; set; }

    /// <summary>The answer to <c>GET /gateway/bot</c>.</summary>
    public Func<JsonObject> Gateway { get; set; } =
        () =>
            new JsonObject
            {
                ["url"] = "wss://gateway.stand-in.test",
                ["shards"] = 1,
                ["session_start_limit"] = new JsonObject
                {
                    ["total"] = 1_000,
                    ["remaining"] = 1_000,
                    ["reset_after"] = 0,
                    ["max_concurrency"] = 1,
                },
            };

    public StandInWorld World { get; }
    public StandInLimits Limits { get; }
    public StandInAnswers Interactions { get; }
    internal TimeProvider Time { get; }
    internal JsonObject Bot => StandInWorld.User(BotId, "dateline", isBot: true);

    /// <summary>All that came, in order.</summary>
    public IReadOnlyList<StandInCall> Calls => Locked(() => calls.ToList());

    /// <summary>The messages there are by now, in order, those that are deleted too.</summary>
    public IReadOnlyList<StandInMessage> Messages => Locked(() => World.Messages.ToList());

    /// <summary>The commands that are registered by now, for everybody and in servers.</summary>
    public IReadOnlyList<JsonObject> Commands => Locked(() => World.Commands.Values.SelectMany(all => all).ToList());

    /// <summary>How many bodies were held against Discord's own description; 0 where that is not at hand.</summary>
    public int Described { get; private set; }

    /// <summary>How many answers are held back, by <see cref="Fault.Slow"/>.</summary>
    public int HeldBack => heldBack;

    /// <summary>What no client of Discord may do.</summary>
    public IReadOnlyList<string> Violations => Locked(() => violations.ToList());

    /// <summary>The next request that it is for goes wrong in this way; of several, in order.</summary>
    public void Next(params Fault[] next) =>
        Locked(() =>
        {
            faults.AddRange(next);
            return 0;
        });

    /// <summary>Answers all below <see cref="Base"/>.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var route in routes)
        {
            endpoints.MapMethods(Base + route.Template, [route.Method], context => Serve(context, route));
        }

        endpoints.Map($"{Base}/{{**rest}}", context => Serve(context, null));
    }

    internal T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    internal void Violate(StandInCall call, string what) =>
        violations.Add($"{call.Method} {(call.Template.Length > 0 ? call.Template : call.Path)}: {what}");
}
