using System.CommandLine;
using System.Net.Sockets;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Moderation;
using Bot.Storage;
using Bot.Storage.Events;
using Microsoft.AspNetCore.Connections;

namespace Bot.Host.Cli;

/// <summary><c>serve</c>: runs the service until it is told to stop.</summary>
internal sealed class ServeVerb : Command
{
    public const string Verb = "serve";

    /// <summary>Settings that are in no section.</summary>
    private static readonly string[] WithoutSection = ["urls", "environment", "applicationName", "contentRoot", "webRoot"];

    private readonly Surroundings around;
    private readonly FolderOptions folders;
    private readonly Option<string?> urls = new("--urls") { Description = "Where the console and the HTTP API listen.", HelpName = "U" };

    private readonly Option<bool> accept = new("--accept") { Description = "Take an edition that takes out many facts at once." };

    public ServeVerb(Surroundings around)
        : base(
            Verb,
            "Serve the console, the HTTP API and the platforms (this is what happens without a verb). Settings may follow as --Section:Key=value."
        )
    {
        (this.around, folders) = (around, new FolderOptions(around));
        Add(urls);
        Add(accept);
        folders.AddTo(this);
        TreatUnmatchedTokensAsErrors = false;
        SetAction(Serve);
    }

    private async Task<int> Serve(ParseResult parsed, CancellationToken cancellation)
    {
        if (Strangers(parsed.UnmatchedTokens) is [var stranger, ..])
        {
            var near = NearMiss.Of(stranger.Split('=')[0], Options.Select(option => option.Name));
            around.Error.WriteLine(
                $"'{stranger}' is no option of serve.{(near is null ? "" : $" Did you mean '{near}'?")} A setting is written --Section:Key=value."
            );
            return ExitCode.BadUsage;
        }

        try
        {
            await using var app = Build([.. parsed.UnmatchedTokens, .. Given(parsed)]);
            await Run(app, cancellation);
            await Failed(app);
            return ExitCode.Done;
        }
        catch (Exception refused) when (Sentences(refused) is { Count: > 0 } sentences)
        {
            foreach (var sentence in sentences)
            {
                around.Error.WriteLine(sentence);
            }

            return ExitCode.FoundWrong;
        }
    }

    /// <summary>Told to stop while it still starts, it stops what has started: to dispose of parts that run would wait for them for good.</summary>
    private static async Task Run(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception fault) when (IsCalledOff(fault))
        {
            await app.StopAsync(CancellationToken.None);
            return;
        }

        await app.WaitForShutdownAsync(cancellation);
    }

    /// <summary>The start of one part was called off, or of several.</summary>
    private static bool IsCalledOff(Exception fault) =>
        fault is OperationCanceledException || (fault is AggregateException several && several.InnerExceptions.All(IsCalledOff));

    /// <summary>The host stops where a part of it fails, and ends as if it had been told to. This fails as that part did.</summary>
    private static Task Failed(WebApplication app) =>
        Task.WhenAll(
            app.Services.GetServices<IHostedService>()
                .OfType<BackgroundService>()
                .Select(part => part.ExecuteTask)
                .OfType<Task>()
                .Where(running => running.IsFaulted)
        );

    private WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = around.Paths.ProgramFolder });
        builder.Services.AddSingleton(around.Time);
        builder.AddDateline(around.Paths);
        var app = builder.Build();
        app.UseDateline();
        if (around.IsTerminal)
        {
            app.WriteSignInLink(around.Out);
        }

        return app;
    }

    private IEnumerable<string> Given(ParseResult parsed)
    {
        if (parsed.GetValue(urls) is { } address)
        {
            yield return $"--Urls={address}";
        }

        if (parsed.GetValue(accept))
        {
            yield return "--Stories:Accept=true";
        }

        if (folders.Path(parsed, folders.Seeds) is { } seeds)
        {
            yield return $"--Stories:Seeds={seeds}";
        }

        if (folders.Path(parsed, folders.Knowledge) is { } knowledge)
        {
            yield return $"--Stories:Knowledge={knowledge}";
        }
    }

    /// <summary>What is neither a setting nor the value of one.</summary>
    private static List<string> Strangers(IReadOnlyList<string> tokens)
    {
        var strangers = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var key = tokens[i].TrimStart('-', '/').Split('=')[0];
            if (!key.Contains(':', StringComparison.Ordinal) && !WithoutSection.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                strangers.Add(tokens[i]);
            }
            else if (!tokens[i].Contains('=', StringComparison.Ordinal))
            {
                i++;
            }
        }

        return strangers;
    }

    /// <summary>What somebody can mend, as sentences; none for a fault of the program.</summary>
    internal static IReadOnlyList<string> Sentences(Exception fault) =>
        fault switch
        {
            StartupRefusedException refused => refused.Sentences,
            StoreRefusedException or UnreadableEventException or JournalReplacedException => [fault.Message],
            AggregateException several => [.. several.InnerExceptions.SelectMany(Sentences)],
            _ when IsAboutListening(fault) =>
            [
                $"The service cannot listen: {fault.Message.TrimEnd('.')}. See whether `Urls` and `Public:Urls` name addresses of this machine that are free, at ports that it may use.",
            ],
            _ => [],
        };

    /// <summary>The server's: an address that is taken, that is not this machine's, or at which it may not listen.</summary>
    private static bool IsAboutListening(Exception fault) =>
        fault
            is SocketException
                or IOException { InnerException: AddressInUseException or AggregateException { InnerExceptions: [SocketException, ..] } };
}
