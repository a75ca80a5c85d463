using System.Globalization;

namespace Bot.Benchmarks.Crash;

/// <summary>What was sent to children and what they answered, over all of them.</summary>
internal sealed class Ledger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Dictionary<string, WireLine> waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (WireLine Asked, long First, long Last)> done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);
    private readonly HashSet<string> sentAgain = new(StringComparer.Ordinal);
    private readonly List<string> away = [];
    private readonly List<string> faults = [];
    private TaskCompletionSource quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Is told each answer as it is heard; it must be quick, and asks nothing here.</summary>
    public Action<WireLine, string[]>? Heard { get; set; }

    public int Acknowledged => done.Count;

    /// <summary>How much is under way.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>All answers that were heard.</summary>
    public int Answered { get; private set; }
    public int Refused { get; private set; }

    /// <summary>Sent again since no answer came.</summary>
    public int Resent { get; private set; }

    /// <summary>Of those, the ones that had been done all the same.</summary>
    public int FoundDone { get; private set; }

    /// <summary>Acknowledged, sent again and told the same.</summary>
    public int ToldAgain { get; private set; }

    public IReadOnlyList<string> Faults => faults;

    public bool IsWaiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count > 0;
            }
        }
    }

    /// <summary>Everything that was acknowledged.</summary>
    public IReadOnlyList<(WireLine Asked, long First, long Last)> Done
    {
        get
        {
            lock (gate)
            {
                return [.. done.Values];
            }
        }
    }

    /// <summary>What a community has, as the answer to this delivery told.</summary>
    public string Told(string delivery)
    {
        lock (gate)
        {
            return told[delivery];
        }
    }

    /// <summary>False where an answer to it is still waited for.</summary>
    public bool Send(WireLine line)
    {
        lock (gate)
        {
            return waiting.TryAdd(line.Delivery, line);
        }
    }

    /// <summary>What was not answered before the last kill; all of it is to be sent again.</summary>
    public IReadOnlyList<WireLine> Unanswered()
    {
        lock (gate)
        {
            return Again([.. waiting.Keys]);
        }
    }

    /// <summary>What was not answered of this, by a process that is gone, and what another could not do since the store was away; all of it is to be sent again.</summary>
    public IReadOnlyList<WireLine> Again(IEnumerable<string> gone)
    {
        lock (gate)
        {
            List<WireLine> again = [.. gone.Concat(away).Distinct().Where(waiting.ContainsKey).Select(delivery => waiting[delivery])];
            away.Clear();

            // Questions are not asked again: by then the answer is another.
            foreach (var question in again.Where(line => line.Kind is null or WireLine.Sees))
            {
                waiting.Remove(question.Delivery);
            }

            again.RemoveAll(line => line.Kind is null or WireLine.Sees);
            Resent += again.Count;
            sentAgain.UnionWith(again.Select(line => line.Delivery));
            return again;
        }
    }

    /// <summary>Completes when everything that was sent is answered.</summary>
    public Task Quiet()
    {
        lock (gate)
        {
            quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (waiting.Count == 0)
            {
                quiet.SetResult();
            }

            return quiet.Task.WaitAsync(Patience, TimeProvider.System);
        }
    }

    public void Hear(string line)
    {
        lock (gate)
        {
            var parts = line.Split(' ');
            if (parts.Length < 2 || !waiting.Remove(parts[1], out var asked))
            {
                faults.Add($"Nobody asked for this: {line}");
                return;
            }

            Answered++;
            switch (parts[0])
            {
                case "away":
                    waiting.Add(asked.Delivery, asked);
                    away.Add(asked.Delivery);
                    return;
                case "seen":
                    break;
                case "done" or "again":
                    Hear(parts, asked);
                    break;
                case "refused" when done.ContainsKey(parts[1]):
                    faults.Add($"It was done, and is refused when it comes again: {line}");
                    break;
                case "refused":
                    Refused++;
                    break;
                case "told":
                    told[parts[1]] = parts[2];
                    break;
                default:
                    faults.Add(line);
                    break;
            }

            Heard?.Invoke(asked, parts);
            if (waiting.Count == 0)
            {
                quiet.TrySetResult();
            }
        }
    }

    private void Hear(string[] parts, WireLine asked)
    {
        var (first, last) = (long.Parse(parts[2], CultureInfo.InvariantCulture), long.Parse(parts[3], CultureInfo.InvariantCulture));
        var isAgain = parts[0] == "again";
        if (done.TryGetValue(asked.Delivery, out var before))
        {
            ToldAgain++;
            if (!isAgain || (before.First, before.Last) != (first, last))
            {
                faults.Add($"{asked.Delivery} was done at {before.First} to {before.Last}, and then: {string.Join(' ', parts)}");
            }

            return;
        }

        if (isAgain && !sentAgain.Contains(asked.Delivery))
        {
            faults.Add($"{asked.Delivery} was sent once and is told to be done before.");
        }

        FoundDone += isAgain ? 1 : 0;
        done[asked.Delivery] = (asked, first, last);
    }
}
