using System.CommandLine;
using System.Diagnostics;
using Bot.Benchmarks.Speed;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Interactions;

/// <summary><c>interactions</c>: signed interactions of Discord at the service over a story of many facts; wrong is any that is not answered in place, and in time.</summary>
internal sealed class InteractionsVerb : Command
{
    private readonly NumberOption facts = new("--facts", "How many facts the story has.", 1_000_000);
    private readonly NumberOption requests = new("--requests", "How many interactions are sent.", 20_000);
    private readonly NumberOption connections = new("--connections", "How many are under way at once.", 8);
    private readonly NumberOption seed = new("--seed", "The same seed sends the same.", 1);
    private readonly NumberOption limit = new("--limit", "The p99, in milliseconds, that no kind may exceed; 0 for none.", 1_000);

    public InteractionsVerb()
        : base("interactions", "Send signed interactions to the service over many facts; wrong is an error, or a p99 over the limit.")
    {
        Add(facts);
        Add(requests);
        Add(connections);
        Add(seed);
        Add(limit);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var lexicon = ShippedLexicon.Read();
        var story = new CrowdedStory(parsed.GetValue(facts));
        var book = story.Book(lexicon);
        var started = Stopwatch.GetTimestamp();
        var (service, address) = await MadeService.Start(book, lexicon, cancellation);
        await using (service)
        {
            // A signature holds for five minutes.
            var prepared = new SignedRequests(story, parsed.GetValue(seed)).Make(parsed.GetValue(requests));
            Console.WriteLine(
                $"{story.Facts:N0} facts of {story.Parties.Count:N0} parties: ready after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {Memory.Now() >> 20:N0} MB alive."
            );
            var figures = new InteractionFigures();
            await Send(prepared, address, parsed.GetValue(connections), figures, cancellation);
            figures.Show();
            await service.StopAsync(cancellation);
            var late = parsed.GetValue(limit) is > 0 and var most && figures.SlowestP99 > TimeSpan.FromMilliseconds(most);
            Console.WriteLine(
                figures.Errors > 0 ? $"{figures.Errors:N0} were not answered in place."
                : late ? "All were answered in place, not all in time."
                : "All were answered in place and in time."
            );
            return figures.Errors > 0 || late ? 1 : 0;
        }
    }

    private static async Task Send(
        IReadOnlyList<SignedRequest> prepared,
        Uri address,
        int connections,
        InteractionFigures figures,
        CancellationToken cancellation
    )
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(Client, cancellation)));

        async Task Client()
        {
            while (Interlocked.Increment(ref next) is var number && number < prepared.Count)
            {
                var sent = Stopwatch.GetTimestamp();
                var answered = await Asking.Ask(http, prepared[number], address, cancellation);
                figures.Add(prepared[number].Kind, Stopwatch.GetElapsedTime(sent), answered);
            }
        }
    }
}
