using Bot.Core.Tracing;
using OpenTelemetry.Trace;

namespace Bot.Host.Telemetry;

/// <summary>Traces, sent where the environment says as it says to every program that speaks OTLP (<see href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/"/>).</summary>
internal static class Traces
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    /// <summary>These are asked for every few seconds by machines.</summary>
    private static readonly PathString[] Looks = ["/healthz", "/readyz", "/metrics"];

    /// <summary>What .NET's own client of HTTP makes.</summary>
    private const string Calls = "System.Net.Http";

    public static void AddTraces(this WebApplicationBuilder builder)
    {
        if (Endpoints.All(endpoint => string.IsNullOrWhiteSpace(builder.Configuration[endpoint])))
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .WithTracing(traces =>
                traces
                    .AddSource(Spans.Source, Calls)
                    .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !Looks.Contains(context.Request.Path))
                    .AddProcessor(new KnownTags())
                    .AddOtlpExporter()
            );
    }
}
