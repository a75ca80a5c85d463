using System.Diagnostics;
using System.Globalization;
using Bot.Benchmarks.Communities;
using Bot.Benchmarks.Digests;
using Bot.Benchmarks.Interactions;
using Bot.Benchmarks.Speed;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Many;

/// <summary>Communities as the service itself writes them down: each known, with a digest a day, and some with facts of their own.</summary>
/// <param name="share">How many in a hundred have facts of their own.</param>
internal sealed class StoredCommunities(int communities, int share, int own, int facts, Lexicon lexicon)
{
    private const int MinutesOfADay = 1_440;
    private const int Hundred = 100;
    private const int Appends = 500;

    /// <summary>The platform is no part of what is measured.</summary>
    private const int AnyPace = 1_000_000;

    private readonly FactMaker maker = FactMaker.Make(facts);

    private int WithFacts => communities * share / Hundred;

    public async Task Measure(
        Func<Store> open,
        (string Key, string Value)[] settings,
        Func<Task<long>> size,
        CancellationToken cancellation
    )
    {
        var book = MadeStory.Book(maker.Facts, lexicon);
        var (empty, quick) = await Serve(book, settings, (service, _) => Task.FromResult(Memory.Now()), cancellation);
        var before = await size();
        await Fill(open, book, cancellation);
        var room = await size() - before;
        Console.WriteLine(
            $"{room / 1048576.0:N0} MB in the store, {room / 1024.0 / communities:0.0} KB a community; an empty service starts in {quick.TotalSeconds:0.0} s with {empty / 1048576.0:N0} MB alive"
        );
        await Serve(
            book,
            settings,
            async (service, start) =>
            {
                var alive = Memory.Now() - empty;
                Console.WriteLine(
                    $"ready after {start.TotalSeconds:0.0} s; {alive / 1048576.0:N0} MB more alive, {alive / 1024.0 / communities:0.0} KB a community, {(WithFacts > 0 ? alive / 1024.0 / WithFacts : 0):0.0} KB for each with facts of its own"
                );
                await Look(service, cancellation);
                return alive;
            },
            cancellation
        );
        await Append(open, book, cancellation);
    }

    private async Task<(long Figure, TimeSpan Start)> Serve(
        FactBook book,
        (string Key, string Value)[] settings,
        Func<WebApplication, TimeSpan, Task<long>> use,
        CancellationToken cancellation
    )
    {
        var started = Stopwatch.GetTimestamp();
        var (service, _) = await MadeService.Start(
            book,
            lexicon,
            cancellation,
            services => services.AddSingleton<IPlatform>(new PacedPlatform(AnyPace, TimeProvider.System)),
            settings
        );
        await using (service)
        {
            var start = Stopwatch.GetElapsedTime(started);
            var figure = await use(service, start);
            await service.StopAsync(cancellation);
            return (figure, start);
        }
    }

    private async Task Fill(Func<Store> open, FactBook book, CancellationToken cancellation)
    {
        await using var store = open();
        var (started, now) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow());
        for (var number = 0; number < communities; number++)
        {
            await store.Communities.Seen(OwnFacts.Community(number), cancellation);
            await store.Digests.Save(Daily(number, now), cancellation);
        }

        Console.WriteLine(
            $"{communities:N0} communities written down with a digest a day, {Stopwatch.GetElapsedTime(started).TotalMilliseconds / communities:0.00} ms each"
        );
        started = Stopwatch.GetTimestamp();
        await new OwnFacts(maker, own).Append(store.Journal, book, WithFacts, [.. Enumerable.Range(0, own)], cancellation);
        Console.WriteLine(
            $"{WithFacts:N0} of them with {own:N0} facts of their own, {Stopwatch.GetElapsedTime(started).TotalMilliseconds / Math.Max(1, WithFacts * own):0.00} ms a fact"
        );
    }

    /// <summary>What each replica does once a minute, where nothing is due and where a minute's part of a day's digests is.</summary>
    private async Task Look(WebApplication service, CancellationToken cancellation)
    {
        var round = service.Services.GetRequiredService<DigestRound>();
        await round.Turn(cancellation);
        var nothing = await Time(() => round.Turn(cancellation));
        var (digests, now, due) = (
            service.Services.GetRequiredService<IDigests>(),
            TimeProvider.System.GetUtcNow(),
            Math.Max(1, communities / MinutesOfADay)
        );
        for (var number = 0; number < due; number++)
        {
            var daily = Daily(number, now.AddMinutes(-2));
            await digests.Save(daily with { Timing = daily.Timing with { At = TimeOnly.FromDateTime(now.UtcDateTime) } }, cancellation);
        }

        var some = await Time(() => round.Turn(cancellation));
        Console.WriteLine(
            $"a look for digests, once a minute on each replica: {nothing.TotalMilliseconds:N0} ms where nothing is due, {some.TotalMilliseconds:N0} ms with {due:N0} that are"
        );
    }

    private async Task Append(Func<Store> open, FactBook book, CancellationToken cancellation)
    {
        await using var store = open();
        var samples = new Samples();
        for (var number = 0; number < Appends; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await new OwnFacts(maker, own).AppendTo(store.Journal, book, number % communities, [own + 1 + number], cancellation);
            samples.Add(Stopwatch.GetElapsedTime(started));
        }

        Console.WriteLine(
            $"a change is appended in p50 {samples.Median.TotalMilliseconds:0.00} ms, p99 {samples.P99.TotalMilliseconds:0.00} ms: {1 / samples.Median.TotalSeconds:N0} a second, {86_400 / samples.Median.TotalSeconds / communities:N0} a day for each community"
        );
    }

    /// <summary>Due next tomorrow.</summary>
    private static Schedule Daily(int number, DateTimeOffset now) =>
        new()
        {
            Id = new ScheduleId(number.ToString("x8", CultureInfo.InvariantCulture)),
            Community = OwnFacts.Community(number),
            Place = new PlaceId(number.ToString(CultureInfo.InvariantCulture)),
            Timing = new Timing
            {
                Days = Weekdays.All,
                At = TimeOnly.FromDateTime(now.UtcDateTime).AddMinutes(-number % MinutesOfADay),
                Zone = "UTC",
            },
            By = new PersonKey("p1"),
            Since = now,
        };

    private static async Task<TimeSpan> Time(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
