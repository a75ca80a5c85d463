using Bot.Core.Questions;
using Bot.Knowledge.Lexicons;
using Bot.Testing.Fuzz;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests;

/// <summary>A short form of <c>Bot.Benchmarks fuzz</c>: the same inputs every time.</summary>
public sealed class FuzzTests
{
    private const int Seed = 1;
    private const int Inputs = 2_000;

    /// <summary>Far above what any input takes, so that a busy machine fails nothing.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly Lexicon Shipped = ShippedLexicon.Read();

    [Fact]
    public void Whatever_is_typed_or_read_keeps_every_promise()
    {
        var run = new FuzzRun(Seed, Surfaces(), Bound);

        var failures = Enumerable.Range(0, Inputs).Select(number => run.Try(number, out _, out _)).OfType<Failure>().ToList();

        failures.DistinctBy(failure => failure.Fault.Promise).Select(failure => run.Small(failure).ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_surface_has_its_turn_and_the_same_number_is_the_same_input()
    {
        var used = new HashSet<int>();
        foreach (var number in Enumerable.Range(0, 200))
        {
            new FuzzRun(Seed, Surfaces(), Bound).Try(number, out var surface, out _);
            used.Add(surface);
            Made(number, surface).ShouldBe(Made(number, surface));
        }

        used.Count.ShouldBe(Surfaces().Count);
    }

    [Fact]
    public void A_broken_promise_is_found_and_made_small()
    {
        var run = new FuzzRun(Seed, [new Brittle()], Bound);

        var failure = run.Small(run.Try(0, out _, out _).ShouldNotBeNull());

        failure.Texts.ShouldBe(["!"]);
        failure.Fault.Promise.ShouldContain(nameof(FormatException));
        failure.ToString().ShouldContain("\"!\"");
    }

    private static IReadOnlyList<string> Made(int number, int surface) => Surfaces()[surface].Make(new Draw(Seed, number));

    private static IReadOnlyList<ISurface> Surfaces()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        return FuzzRun.InMemory(BothStories.Shelf, Shipped, time);
    }

    private sealed class Brittle : ISurface
    {
        public string Name => "brittle";
        public int Share => 1;

        public IReadOnlyList<string> Make(Draw draw) => ["who closed it! and when"];

        public Fault? Feed(IReadOnlyList<string> texts) =>
            texts[0].Contains('!', StringComparison.Ordinal) ? throw new FormatException("No.") : null;
    }
}
