using System.Diagnostics;

namespace Bot.Core.Tracing;

/// <summary>Where spans of the service's own work begin. None is made while nobody listens. No text and nobody's name belongs into one.</summary>
public static class Spans
{
    public const string Source = "Dateline";

    private static readonly ActivitySource Own = new(Source);

    /// <returns>Ends when it is disposed of; null while nobody listens.</returns>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => Own.StartActivity(name, kind);
}
