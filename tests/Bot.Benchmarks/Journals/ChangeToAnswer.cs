using System.Diagnostics;
using System.Globalization;
using Bot.Benchmarks.Crash;
using Bot.Benchmarks.Speed;
using Bot.Benchmarks.Stores;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;

namespace Bot.Benchmarks.Journals;

/// <summary>A change as it is asked for, to the answer of the next question, which rests on it.</summary>
internal sealed class ChangeToAnswer(StoreKind kind, EmptyStores stores, Lexicon lexicon)
{
    private const int WarmUp = 100;
    private static readonly CommunityId Community = new("discord:1");
    private static readonly DateOnly Today = new(2026, 6, 1);

    public async Task Run(int count, CancellationToken cancellation)
    {
        await using var store = await stores.Open(TimeProvider.System);
        var shelf = new Shelf();
        var keeper = new StoryKeeper(store.Journal, shelf, TimeProvider.System, development: false);
        await keeper.Load([MadeAppends.Base], lexicon, wanted: null, cancellation);
        var changes = new Changes(store.Journal, keeper, shelf, TimeProvider.System);
        var (made, answered) = (new Samples(), new Samples());
        for (var number = -WarmUp; number < count; number++)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"crate{number + WarmUp}");
            var wire = new WireLine(
                word,
                Community.Value,
                MadeAppends.Base.Story.Slug.Value,
                "add",
                $"~{word}",
                $"Somebody moved {word} over the river."
            );
            var started = Stopwatch.GetTimestamp();
            var outcome = await changes.Make(wire.Request(), cancellation);
            var took = Stopwatch.GetElapsedTime(started);
            var answer = Answerer.Answer(shelf.Story(shelf.Now, Community)!, $"who moved {word}?", new AsOf(), Today);
            var whole = Stopwatch.GetElapsedTime(started);
            if (outcome is not ChangeOutcome.Done || answer.Facts.All(fact => fact.Revision.Fact.Id.Value != $"~{word}"))
            {
                throw new InvalidOperationException($"The answer does not rest on what was changed: {outcome}");
            }

            if (number >= 0)
            {
                made.Add(took);
                answered.Add(whole);
            }
        }

        Console.WriteLine(
            $"{kind}: change to its answer p50 {answered.Median.TotalMilliseconds:0.0} ms, p99 {answered.P99.TotalMilliseconds:0.0} ms, of which the change p50 {made.Median.TotalMilliseconds:0.0} ms, p99 {made.P99.TotalMilliseconds:0.0} ms"
        );
    }
}
