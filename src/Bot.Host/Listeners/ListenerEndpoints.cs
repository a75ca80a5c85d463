using System.Net;
using Bot.Discord.Interactions;
using Bot.Host.Moderation;
using Bot.Slack;
using Bot.Slack.Installs;
using Microsoft.AspNetCore.HttpOverrides;

namespace Bot.Host.Listeners;

/// <summary>The two listeners: the private one for whoever runs this, the public one for the platforms and for moderators who signed in. They are told apart by local port.</summary>
internal static class ListenerEndpoints
{
    // Large enough to take in what is refused with a sentence, so that the sentence arrives before the connection is cut.
    private const int LargestBody = 4 * 1024 * 1024;

    public static void AddListeners(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Limits.MaxConcurrentConnections = 2_000;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 200;
        });

    public static void UseListeners(this WebApplication app)
    {
        var open = ListenerRules.Public(app.Configuration);
        app.Urls.Clear();
        foreach (var url in ListenerRules.Private(app.Configuration).Concat(open))
        {
            app.Urls.Add(url);
        }

        var ports = open.Select(url => BindingAddress.Parse(url).Port).ToHashSet();
        app.UseWhen(context => ports.Contains(context.Connection.LocalPort), listener => UsePublic(listener, app.Configuration));
        app.Use(
            (context, next) =>
            {
                context.Response.Headers.XContentTypeOptions = "nosniff";
                context.Response.Headers["Referrer-Policy"] = "no-referrer";
                return next(context);
            }
        );
    }

    /// <summary>True for a request that came in by the public listener.</summary>
    public static bool IsPublic(this HttpContext context) => context.Items.ContainsKey(typeof(PublicOptions));

    private static void UsePublic(IApplicationBuilder listener, IConfiguration configuration)
    {
        listener.UseForwardedHeaders(Forwarding(ListenerRules.Proxies(configuration)));
        listener.Use(
            async (context, next) =>
            {
                context.Items[typeof(PublicOptions)] = true;
                if (ForAnybody(context.Request.Path))
                {
                    await next(context);
                }
                else if (ForModerators(context.Request.Path) && await context.Moderator() is not null)
                {
                    await next(context);
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                }
            }
        );
    }

    /// <summary>What proves by itself who sent it, and whether the service lives.</summary>
    private static bool ForAnybody(PathString path) =>
        path == "/healthz"
        || path == DiscordInteractions.Path
        || path == DiscordInteractions.Events
        || path == SlackPaths.Commands
        || path == SlackPaths.Interactions
        || path == SlackPaths.Events
        || path == SlackInstalls.Begin
        || path == SlackInstalls.Back
        || path.StartsWithSegments(SignInLink.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>The moderators' pages and the files these are shown with.</summary>
    private static bool ForModerators(PathString path) =>
        path.StartsWithSegments(ModeratorSession.Path, StringComparison.OrdinalIgnoreCase)
        || path == "/console.css"
        || path == "/console.js"
        || path == "/icon.svg";

    private static ForwardedHeadersOptions Forwarding(IReadOnlyList<string> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        return options;
    }
}
