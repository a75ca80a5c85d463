using Bot.Core.Conversation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Bot.Host.Telemetry;

/// <summary>Metrics for Prometheus at <c>/metrics</c>, and a log that fits a terminal.</summary>
internal static class TelemetryEndpoints
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DatelineMetrics>();
        builder.Services.AddSingleton<NoteReply>(provider => new CommandLog(provider.GetRequiredService<ILogger<CommandLog>>()).Note);
        builder.AddTraces();
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("dateline"))
            .WithMetrics(metrics =>
                metrics.AddMeter(DatelineMetrics.Meter).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter()
            );

        // A start that is refused is told in sentences; the host's own log of it is a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // The host's log of requests holds their addresses with the query, and what people type stands in some.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }

    public static void MapTelemetry(this WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics");
}
