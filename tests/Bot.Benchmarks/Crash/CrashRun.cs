using Bot.Knowledge;
using Bot.Storage;

namespace Bot.Benchmarks.Crash;

/// <summary>Starts a child, sends it changes, kills it, looks now and then at what it left, and begins again.</summary>
/// <param name="open">The store that the children write to.</param>
internal sealed class CrashRun(Random random, DirectoryInfo folder, IReadOnlyList<string> settings, LibraryResult files, Func<Store> open)
{
    /// <summary>After so many kills the store is looked at.</summary>
    private const int Often = 20;

    /// <summary>A start takes about so long, in milliseconds.</summary>
    private const int Start = 900;
    private const int MostChanges = 24;
    private const int MostMilliseconds = 100;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(1);

    private readonly Ledger ledger = new();
    private readonly Requests requests = new(random, files.Books[0].Story.Slug.Value);
    private readonly Dictionary<Phase, int> phases = Enum.GetValues<Phase>().ToDictionary(phase => phase, _ => 0);
    private int verified;

    /// <returns>What went wrong; it stops at the first.</returns>
    public async Task<IReadOnlyList<string>> Kill(int times, CancellationToken cancellation)
    {
        for (var kill = 1; kill <= times && ledger.Faults.Count == 0; kill++)
        {
            var isLooked = kill % Often == 0 || kill == times;
            var told = await Once(isLooked, cancellation);
            if (isLooked)
            {
                await using var store = open();
                var problems = await StoreCheck.Problems(store, files, ledger, told, folder);
                verified++;
                if (problems.Count > 0)
                {
                    return problems;
                }
            }
        }

        return ledger.Faults;
    }

    public void Show()
    {
        Console.WriteLine(
            $"{phases.Values.Sum()} kills: {string.Join(", ", phases.Select(p => $"{p.Value} {p.Key.ToString().ToLowerInvariant()}"))}"
        );
        Console.WriteLine($"{ledger.Acknowledged:N0} changes acknowledged, {ledger.Refused:N0} refused");
        Console.WriteLine(
            $"{ledger.Resent:N0} sent again that were not answered, {ledger.FoundDone:N0} of them found done; {ledger.ToldAgain:N0} sent again that were, and told the same"
        );
        Console.WriteLine($"the store looked at {verified} times");
    }

    /// <summary>One child's life.</summary>
    /// <returns>What each community was told to have at its end; nothing where it was not asked.</returns>
    private async Task<IReadOnlyDictionary<string, string>> Once(bool isAsked, CancellationToken cancellation)
    {
        using var child = Child.Start(folder, settings, ledger);
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!isAsked && random.Next(100) < 35)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(Start)), TimeProvider.System, cancellation);
        }
        else
        {
            await child.Ready(cancellation);
            var (before, count) = (ledger.Answered, random.Next(1, MostChanges));
            await Send(child, count);
            if (isAsked)
            {
                told = await Ask(child);
            }
            else if (random.Next(100) < 15)
            {
                await ledger.Quiet().WaitAsync(cancellation);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(MostMilliseconds)), TimeProvider.System, cancellation);
            }
            else
            {
                // At an answer others are under way, each at another point.
                var answers = before + random.Next(count);
                while (ledger.Answered < answers && ledger.Faults.Count == 0)
                {
                    await Task.Delay(Glance, TimeProvider.System, cancellation);
                }
            }
        }

        phases[child.Phase]++;
        await child.Kill();
        return told;
    }

    private async Task Send(Child child, int count)
    {
        foreach (var line in ledger.Unanswered())
        {
            await child.Send(line);
        }

        if (ledger.Done is { Count: > 0 } done && random.Next(3) == 0)
        {
            // Sometimes what was answered comes again, too.
            var line = done[random.Next(done.Count)].Asked;
            if (ledger.Send(line))
            {
                await child.Send(line);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var line = requests.Next();
            ledger.Send(line);
            await child.Send(line);
        }
    }

    /// <summary>What each community has, once nothing more is under way.</summary>
    private async Task<Dictionary<string, string>> Ask(Child child)
    {
        await ledger.Quiet();
        var questions = Requests.Communities.ToDictionary(community => community, requests.Tell, StringComparer.Ordinal);
        foreach (var question in questions.Values)
        {
            ledger.Send(question);
            await child.Send(question);
        }

        await ledger.Quiet();
        return questions.ToDictionary(question => question.Key, question => ledger.Told(question.Value.Delivery), StringComparer.Ordinal);
    }
}
