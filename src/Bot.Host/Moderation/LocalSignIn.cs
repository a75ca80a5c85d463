using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Host.Listeners;

namespace Bot.Host.Moderation;

/// <summary>How whoever runs the service becomes its first moderator: by a link that is written on the terminal, and nowhere else.</summary>
internal static class LocalSignIn
{
    /// <summary>Who that is.</summary>
    public static UserId Admin { get; } = new("admin");

    /// <summary>The address of the private listener, as it is typed on this machine.</summary>
    public static Uri Listener(IConfiguration configuration)
    {
        var address = BindingAddress.Parse(ListenerRules.Private(configuration)[0]);
        var host = ListenerRules.IsLoopback(address) ? address.Host : "localhost";
        return new Uri($"{address.Scheme}://{host}:{address.Port}");
    }

    /// <summary>Writes a link when the service is up, if only this machine can use it.</summary>
    public static void WriteSignInLink(this WebApplication app, TextWriter terminal) =>
        app.Lifetime.ApplicationStarted.Register(() => _ = TryToWrite(app, terminal));

    private static async Task TryToWrite(WebApplication app, TextWriter terminal)
    {
        try
        {
            await Write(app, terminal);
        }
        catch (Exception fault) when (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            app.Services.GetRequiredService<NoteFault>()(fault, "writing the link for signing in, in place of which `link` makes another");
        }
    }

    private static async Task Write(WebApplication app, TextWriter terminal)
    {
        if (!ListenerRules.Private(app.Configuration).All(url => ListenerRules.IsLoopback(BindingAddress.Parse(url))))
        {
            return;
        }

        var link = await SignInLink.Make(
            app.Services.GetRequiredService<IPeople>(),
            app.Services.GetRequiredService<ISignInLinks>(),
            Admin,
            new Uri(app.Urls.First()),
            app.Lifetime.ApplicationStopping
        );
        await terminal.WriteLineAsync($"To moderate, open {link} (works once, within {SignInLink.Lifetime.TotalMinutes:0} minutes).");
    }
}
