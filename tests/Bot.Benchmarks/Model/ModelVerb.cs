using System.CommandLine;
using Bot.Benchmarks.Stores;
using Bot.Knowledge.Lexicons;
using Bot.Testing.Model;

namespace Bot.Benchmarks.Model;

/// <summary><c>model</c>: random sequences of changes, editions and restarts, against a small model of what each community is to see.</summary>
internal sealed class ModelVerb : Command
{
    /// <summary>Failing sequences shown; each is made short first, which takes its time.</summary>
    private const int Shown = 5;

    private readonly NumberOption sequences = new("--sequences", "How many.", usual: 10_000);
    private readonly Option<int> seed = new("--seed")
    {
        Description = "The same seed gives the same sequences.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<int?> only = new("--only") { Description = "The sequence of this number alone.", HelpName = "N" };
    private readonly Option<StoreKind> store = new("--store")
    {
        Description = "memory, sqlite or postgres.",
        HelpName = "KIND",
        DefaultValueFactory = _ => StoreKind.Memory,
    };

    public ModelVerb()
        : base("model", "Run random sequences of changes on a store and in a small model; wrong is any difference.")
    {
        Add(sequences);
        Add(seed);
        Add(only);
        Add(store);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        await using var stores = new EmptyStores(parsed.GetValue(store));
        var (test, first) = (new ModelTest(ShippedLexicon.Read(), stores.Open), parsed.GetValue(seed));
        var numbers = parsed.GetValue(only) is { } one ? [one] : Enumerable.Range(0, parsed.GetValue(sequences)).ToArray();
        var failures = 0;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await Parallel.ForEachAsync(
                numbers,
                new ParallelOptions { CancellationToken = enough.Token, MaxDegreeOfParallelism = Environment.ProcessorCount },
                async (number, _) =>
                {
                    if (await test.Failure(first, number) is { } failure)
                    {
                        Console.WriteLine(failure);
                        if (Interlocked.Increment(ref failures) == Shown)
                        {
                            await enough.CancelAsync();
                        }
                    }
                }
            );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Console.WriteLine("More were not tried.");
        }

        Console.WriteLine(
            failures == 0 ? $"All {numbers.Length:N0} sequences came out as in the model." : $"{failures} sequences did not."
        );
        return failures == 0 ? 0 : 1;
    }
}
