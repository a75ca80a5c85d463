using System.CommandLine;
using System.Diagnostics;
using Bot.Benchmarks.Interactions;
using Bot.Benchmarks.Speed;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Knowledge.Lexicons;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Digests;

/// <summary><c>due</c>: many digests fall due in the same minute, while people go on asking; wrong is one that is missing, twice or out of turn, and an answer that comes too late.</summary>
internal sealed class DueVerb : Command
{
    private const int Each = 10;

    /// <summary>Discord waits so long for an answer.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(3);

    private const int First = 300;
    private const int Few = 200;
    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(20);

    private readonly NumberOption digests = new("--digests", "How many fall due at once, ten in each community.", 5_000);
    private readonly NumberOption facts = new("--facts", "How many facts the story has.", 10_000);
    private readonly NumberOption pace = new("--pace", "How many posts the platform takes in a second.", 45);
    private readonly NumberOption connections = new("--connections", "How many look-ups are under way at once.", 4);

    public DueVerb()
        : base(
            "due",
            "Let thousands of digests fall due in one minute while people ask; wrong is a missing or second one, or a late answer."
        )
    {
        Add(digests);
        Add(facts);
        Add(pace);
        Add(connections);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (lexicon, story, count) = (ShippedLexicon.Read(), new CrowdedStory(parsed.GetValue(facts)), parsed.GetValue(digests));
        var platform = new PacedPlatform(parsed.GetValue(pace), TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("dateline-due-");
        var (service, address) = await MadeService.Start(
            Dated(story.Book(lexicon)),
            lexicon,
            cancellation,
            services => services.AddSingleton<IPlatform>(platform),
            ("Store:Provider", "sqlite"),
            ("Store:ConnectionString", Path.Combine(folder.FullName, "dateline.db"))
        );
        await using (service)
        {
            await SetUp(service.Services.GetRequiredService<IDigests>(), count, cancellation);
            await WarmUp(new SignedRequests(story, seed: 1).Make(First), address, cancellation);
            var before = Memory.Now();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var (watched, figures) = (MemoryWatch.Over(over.Token), new InteractionFigures());
            var asking = Ask(story, address, parsed.GetValue(connections), figures, over.Token);
            var started = Stopwatch.GetTimestamp();
            await service.Services.GetRequiredService<DigestRound>().Turn(cancellation);
            var took = Stopwatch.GetElapsedTime(started);
            await over.CancelAsync();
            await asking;
            var most = await watched;
            figures.Show();
            Console.WriteLine(
                $"{platform.Posts.Count:N0} digests were posted in {took.TotalSeconds:0} s, {platform.Pictured:N0} of them with a picture. "
                    + $"Alive: {before >> 20:N0} MB before, {most >> 20:N0} MB at most meanwhile, {Memory.Now() >> 20:N0} MB after."
            );
            var wrong = Wrong(platform, count, figures).ToList();
            wrong.ForEach(Console.WriteLine);
            await service.StopAsync(cancellation);
            folder.Delete(recursive: true);
            return wrong.Count == 0 ? 0 : 1;
        }
    }

    /// <summary>What a service does for the first time takes longer, and is measured elsewhere.</summary>
    private static async Task WarmUp(IReadOnlyList<SignedRequest> prepared, Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        foreach (var request in prepared)
        {
            await Asking.Ask(http, request, address, cancellation);
        }
    }

    /// <summary>Made facts have no day; a timeline needs some.</summary>
    private static FactBook Dated(FactBook book) =>
        new(
            book.Story,
            book.Seeds,
            book.Sources,
            book.Entities,
            [
                .. book.Facts.Select(
                    (fact, number) => number % 100 > 0 ? fact : fact with { On = EventDate.TryParse($"2025-0{(number / 100 % 9) + 1}") }
                ),
            ]
        );

    /// <summary>People who ask one thing after the other, with a pause to read.</summary>
    private static async Task Ask(CrowdedStory story, Uri address, int connections, InteractionFigures figures, CancellationToken over)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        await Task.WhenAll(Enumerable.Range(1, connections).Select(seed => Task.Run(() => Client(seed), CancellationToken.None)));

        async Task Client(int seed)
        {
            var (requests, coming) = (new SignedRequests(story, seed), new Queue<SignedRequest>());
            while (!over.IsCancellationRequested)
            {
                // A signature holds for five minutes, so that few are made at once.
                if (coming.Count == 0)
                {
                    coming = new Queue<SignedRequest>(requests.Make(Few));
                }

                var request = coming.Dequeue();
                var sent = Stopwatch.GetTimestamp();
                var answered = await Asking.Ask(http, request, address, CancellationToken.None);
                figures.Add(request.Kind, Stopwatch.GetElapsedTime(sent), answered);
                await Task.Delay(Reading, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static IEnumerable<string> Wrong(PacedPlatform platform, int count, InteractionFigures figures)
    {
        if (platform.Posts.Count != count || platform.Posts.Distinct().Count() != count)
        {
            yield return $"{platform.Posts.Count:N0} posts of {platform.Posts.Distinct().Count():N0} digests, where {count:N0} fell due.";
        }

        // A turn is a digest for each community; the few that are sent at once may change places.
        foreach (var (turn, posts) in platform.Posts.Chunk(count / Each).Index())
        {
            var communities = posts.Select(post => post.Community).Distinct().Count();
            if (communities < posts.Length - 16)
            {
                yield return $"In turn {turn + 1} only {communities:N0} of {posts.Length:N0} communities had one.";
            }
        }

        if (figures.Errors > 0 || figures.SlowestP99 > InTime)
        {
            yield return $"{figures.Errors:N0} look-ups went wrong, and the p99 of the slowest kind was {figures.SlowestP99.TotalSeconds:0.0} s.";
        }
    }

    /// <summary>All of them at the minute that has just begun.</summary>
    private static async Task SetUp(IDigests digests, int count, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var number = 0; number < count; number++)
        {
            await digests.Save(
                new Schedule
                {
                    Id = new ScheduleId($"{number:x8}"),
                    Community = new CommunityId($"discord:{number / Each}"),
                    Place = new PlaceId($"{number}"),
                    Timing = new Timing
                    {
                        Days = Weekdays.All,
                        At = TimeOnly.FromDateTime(now.UtcDateTime),
                        Zone = "UTC",
                    },
                    By = new PersonKey("p1"),
                    Since = now.AddMinutes(-2),
                },
                cancellation
            );
        }
    }
}
