using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Bot.Host.Telemetry;

/// <summary>
/// Takes out of spans all that is not known to be harmless. Addresses hold what people type, sign-in links, and the tokens of interactions; the message of a fault may quote any of it.
/// </summary>
internal sealed class KnownTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "server.address",
        "server.port",
        "url.scheme",
        "network.protocol.version",
        "error.type",
        "db.system.name",
        "dateline.command",
        "dateline.outcome",
        "dateline.interaction"
    );

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Known.Contains(tag.Key)).ToList())
        {
            data.SetTag(name, null);
        }

        data.SetStatus(data.Status);
    }
}
