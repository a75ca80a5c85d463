using System.Text.Json.Serialization;
using Bot.Core.Journal;
using Bot.Discord.Gateway;
using Bot.Host.Api;
using Bot.Host.Listeners;
using Bot.Slack.SocketMode;
using Microsoft.Extensions.Options;

namespace Bot.Host.Health;

/// <summary><c>/healthz</c>: the process lives. <c>/readyz</c>: it answers questions, and whether the files are in order.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Draining>().AddHostedService(provider => provider.GetRequiredService<Draining>());
        builder
            .Services.AddOptions<HostOptions>()
            .Configure<IOptions<PublicOptions>>((host, open) => host.ShutdownTimeout = Draining.Longest(open.Value));
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Json(new HealthBody("alive"), HealthJson.Readable.HealthBody));
        app.MapGet("/readyz", Ready);
    }

    private static IResult Ready(Shelf shelf, Draining draining, HttpContext context)
    {
        var state = shelf.Now;
        var (gateway, sockets) = (
            context.RequestServices.GetService<GatewayStatus>(),
            context.RequestServices.GetService<SocketModeStatus>()
        );
        var status =
            draining.HasBegun ? "stopping"
            : state.LoadedAt is null ? "starting"
            : state.Degraded || (gateway?.GivenUp ?? sockets?.Wrong) is not null ? "degraded"
            : "ready";

        // Problems quote the files, which a visitor without the key has no business with.
        var problems = context.IsTrusted() ? state.Problems.Select(problem => problem.ToString()).ToList() : null;
        return Results.Json(
            new ReadyBody(status, state.Stories.Count, state.LoadedAt, state.Problems.Count, problems, Discord(gateway), Slack(sockets)),
            HealthJson.Readable.ReadyBody,
            statusCode: draining.HasBegun || state.LoadedAt is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );
    }

    private static PlatformBody? Discord(GatewayStatus? gateway) =>
        gateway is null ? null
        : gateway.GivenUp is { } sentence ? new PlatformBody("given up", sentence)
        : new PlatformBody(
            gateway.StandsBy ? "standing by"
                : gateway.IsConnected ? "connected"
                : "connecting",
            null
        );

    private static PlatformBody? Slack(SocketModeStatus? sockets) =>
        sockets is null ? null
        : sockets.GivenUp is { } sentence ? new PlatformBody("given up", sentence)
        : new PlatformBody(
            sockets.StandsBy ? "standing by"
                : sockets.IsConnected ? "connected"
                : "connecting",
            sockets.SwitchedOff
        );
}

internal sealed record HealthBody(string Status);

/// <param name="LoadedAt">When the files were last read well.</param>
/// <param name="Problems">What is wrong with the files as they are now; answers come from those of the last good load.</param>
/// <param name="Discord">How it stands with Discord's Gateway; null where it is not used.</param>
/// <param name="Slack">How it stands with Slack's Socket Mode; null where it is not used.</param>
internal sealed record ReadyBody(
    string Status,
    int Stories,
    DateTimeOffset? LoadedAt,
    int ProblemCount,
    IReadOnlyList<string>? Problems,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlatformBody? Discord,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlatformBody? Slack
);

/// <param name="State"><c>connecting</c>, <c>connected</c>, <c>standing by</c> where another replica is connected, or <c>given up</c>.</param>
/// <param name="Problem">Why nothing comes, and what to change.</param>
internal sealed record PlatformBody(string State, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(ReadyBody))]
internal sealed partial class HealthJson : JsonSerializerContext
{
    public static HealthJson Readable { get; } = new(ReadableJson.Options());
}
