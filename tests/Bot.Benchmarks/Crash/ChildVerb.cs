using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host;
using Bot.Host.Paths;
using Bot.Testing.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Crash;

/// <summary><c>crash-child</c>: the service, which also does the changes that come on its standard input, a line each, and answers each with a line.</summary>
internal sealed class ChildVerb : Command
{
    public const string Verb = "crash-child";
    public const string Starting = "starting";
    public const string Loading = "loading";
    public const string Ready = "ready";

    public const string Shift = "--shift";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);
    private static readonly Lock Speaking = new();

    private readonly Option<double> shift = new(Shift) { Description = "By how many minutes its clock is ahead." };

    public ChildVerb()
        : base(Verb, "Serve, and do the changes that come on the standard input.")
    {
        Add(shift);
        Hidden = true;
        TreatUnmatchedTokensAsErrors = false;
        SetAction(
            (parsed, cancellation) =>
                Serve([.. parsed.UnmatchedTokens], new ShiftedTime(TimeSpan.FromMinutes(parsed.GetValue(shift))), cancellation)
        );
    }

    private static async Task<int> Serve(string[] settings, TimeProvider time, CancellationToken cancellation)
    {
        Say(Starting);
        var paths = ProgramPaths.Find();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = paths.ProgramFolder });
        builder.Services.AddSingleton(time);
        builder.Services.AddHostedService<Herald>();
        builder.AddDateline(paths);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.UseDateline();
        await app.StartAsync(cancellation);
        Say(Ready);
        var (changes, shelf, keeper) = (
            app.Services.GetRequiredService<Changes>(),
            app.Services.GetRequiredService<Shelf>(),
            app.Services.GetRequiredService<StoryKeeper>()
        );
        var working = new List<Task>();
        while (await Console.In.ReadLineAsync(cancellation) is { } line)
        {
            // Several are under way at once, as they are when they come from platforms.
            working.Add(Task.Run(() => Answer(WireLine.Read(line), changes, shelf, keeper, cancellation), cancellation));
        }

        await Task.WhenAll(working);
        await app.StopAsync(cancellation);
        return 0;
    }

    private static async Task Answer(WireLine asked, Changes changes, Shelf shelf, StoryKeeper keeper, CancellationToken cancellation)
    {
        try
        {
            Say(asked.Kind is WireLine.Sees ? await Seen(asked, keeper, cancellation) : await Line(asked, changes, shelf, cancellation));
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException)
        {
            Say($"away {asked.Delivery} {away.Message.ReplaceLineEndings(" ")}");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Say($"fault {asked.Delivery} {fault.ToString().ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Once readers of this process have what stands at a position.</summary>
    private static async Task<string> Seen(WireLine asked, StoryKeeper keeper, CancellationToken cancellation)
    {
        var position = long.Parse(asked.Says, CultureInfo.InvariantCulture);
        while (keeper.Position < position)
        {
            await Task.Delay(Glance, TimeProvider.System, cancellation);
        }

        return $"seen {asked.Delivery}";
    }

    private static async Task<string> Line(WireLine asked, Changes changes, Shelf shelf, CancellationToken cancellation) =>
        asked.Kind is null
            ? $"told {asked.Delivery} {HashChain.Content(Told.Of(shelf, new CommunityId(asked.Community)))}"
            : await changes.Make(asked.Request(), cancellation) switch
            {
                ChangeOutcome.Done done => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(done.Again ? "again" : "done")} {asked.Delivery} {done.First} {done.Last} {string.Join(' ', done.Facts)}"
                ),
                ChangeOutcome.Refused refused => $"refused {asked.Delivery} {refused.Problems[0].Sentence}",
                _ => throw new System.Diagnostics.UnreachableException(),
            };

    private static void Say(string line)
    {
        lock (Speaking)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }

    /// <summary>Starts before all else, and says that the stories are about to be loaded.</summary>
    private sealed class Herald : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Say(Loading);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
