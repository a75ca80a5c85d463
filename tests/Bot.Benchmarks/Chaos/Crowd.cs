using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Bot.Testing.Slack;

namespace Bot.Benchmarks.Chaos;

/// <summary>
/// People at both platforms, who go on asking, sharing and mentioning the bot whatever befalls the replicas. Wrong is what is answered twice, and what is not answered although
/// nothing befell the replica that was handed it.
/// </summary>
internal sealed class Crowd
{
    /// <summary>One channel takes one post a second.</summary>
    private const int Channels = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>Who was handed something has so long to finish it; the database may be away meanwhile.</summary>
    private static readonly TimeSpan Work = TimeSpan.FromSeconds(15);

    /// <summary>Slack tells events again at once, after a minute, and after five more.</summary>
    private static readonly TimeSpan ToldAgain = TimeSpan.FromMinutes(7);

    /// <summary>What comes later the platforms do not take: the machine had too much to do, which is counted and no fault.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(3);

    /// <summary>So long an answer may be under way when all else is over.</summary>
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(30);
    private static readonly string[] Questions =
    [
        "is the bridge closed?",
        "who said it?",
        "when does it open?",
        "what does the harbour master say?",
    ];

    private readonly Platforms platforms;
    private readonly Random random;
    private readonly List<string> channels;
    private readonly ConcurrentQueue<Asked> asked = [];
    private readonly List<Task> coming = [];
    private Balancer balancer = null!;
    private DiscordPeople discord = null!;

    /// <param name="platforms">No replica runs yet.</param>
    public Crowd(Platforms platforms, int seed)
    {
        (this.platforms, random) = (platforms, new Random(seed));
        channels = [.. Enumerable.Range(0, Channels).Select(_ => platforms.NewSlackChannel())];
    }

    /// <summary>Until it is called off, and what was asked is answered or will not be.</summary>
    public async Task Ask(Balancer through, CancellationToken over)
    {
        (balancer, discord) = (through, new DiscordPeople(platforms, through.Address));
        platforms.Reach(through.Address);
        while (!over.IsCancellationRequested)
        {
            coming.Add(Do(Questions[random.Next(Questions.Length)], random.Next(100)));
            await Task.Delay(Pause, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(coming);
        var since = Stopwatch.GetTimestamp();
        while (asked.Any(each => each.Outcome() is null && IsOwed(each)) && Stopwatch.GetElapsedTime(since) < Last)
        {
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }

    public IEnumerable<string> Wrong() =>
        asked
            .Where(each => each.Answers() > 1)
            .Select(each => $"{each.What} {each.Tag} was answered {each.Answers()} times. {each.Seen?.Invoke()}")
            .Concat(
                asked
                    .Where(each => each.Answers() <= 1 && each.Outcome() is null && IsOwed(each))
                    .Select(each => $"{each.What} {each.Tag} was not answered: {string.Join("; ", Handed(each).Select(Told))}.")
            )
            .Concat(platforms.Violations);

    public void Show()
    {
        Console.WriteLine(
            $"{"asked by people", -24}{"all", 8}{"answered", 10}{"trouble told", 14}{"cut", 8}{"nobody there", 14}{"late", 8}{"told again", 12}"
        );
        foreach (var kind in asked.GroupBy(each => each.What).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var outcomes = kind.Select(each => each.Outcome()).ToList();
            var open = kind.Where(each => each.Outcome() is null).ToList();
            var again = open.Count(each => !each.IsOver());
            var nobody = open.Count(each => each.IsOver() && Handed(each).Count == 0);
            var late = open.Count(each => each.IsOver() && Handed(each) is [.., var last] && IsLate(last));
            Console.WriteLine(
                $"{kind.Key, -24}{outcomes.Count, 8:N0}{outcomes.Count(each => each == Outcome.Answered), 10:N0}{outcomes.Count(each => each == Outcome.Trouble), 14:N0}{open.Count - again - nobody - late, 8:N0}{nobody, 14:N0}{late, 8:N0}{again, 12:N0}"
            );
        }
    }

    private static string Told(Passed passed) =>
        FormattableString.Invariant(
            $"{passed.Replica.Name} said {(passed.Status is { } status ? (int)status : 0)} after {Stopwatch.GetElapsedTime(passed.From, passed.Until).TotalSeconds:0.0} s"
        );

    private IReadOnlyList<Passed> Handed(Asked each) => balancer.With(each.Tag, each.At, each.Until);

    /// <summary>Whoever it was handed to last said that it came, or should have, and nothing befell any of them. An event that was not taken is the platform's to tell again.</summary>
    private bool IsOwed(Asked each) =>
        each.IsOver()
        && Handed(each) is [.., var last] handed
        && !IsLate(last)
        && (each.Comes != ToldAgain || last.Status == HttpStatusCode.OK)
        && !handed.Any(passed => passed.Replica.WasAway(passed.From, passed.Until + (long)(Work.TotalSeconds * Stopwatch.Frequency)));

    private static bool IsLate(Passed passed) => passed.Status is not null && Stopwatch.GetElapsedTime(passed.From, passed.Until) > InTime;

    private async Task Do(string question, int chance)
    {
        switch (chance)
        {
            case < 45:
                asked.Enqueue(discord.Ask(question).Asked);
                break;
            case < 65:
                var (private_, answered) = discord.Ask(question);
                asked.Enqueue(private_);
                if (await answered is { } shown && discord.Share(shown) is { } shared)
                {
                    asked.Enqueue(shared);
                }

                break;
            case < 85:
                asked.Enqueue(Typed(question));
                break;
            default:
                asked.Enqueue(Mentioned(question));
                break;
        }
    }

    private Asked Typed(string question)
    {
        var told = platforms.Slack.People.Type($"ask {question}");
        return new Asked(
            "Slack, a command",
            (string)told.Payload["trigger_id"]!,
            () => told.Messages.Count,
            () => told.Messages is [.., var said] ? Outcomes.Of(said.Text) : null,
            () => told.Finished.IsCompleted
        );
    }

    private Asked Mentioned(string question)
    {
        var written = platforms.Slack.People.Write($"@dateline {question}", channels[random.Next(Channels)]);
        var told = platforms.Slack.Told[^1];
        List<SlackMessage> Replies() =>
            [.. platforms.Slack.Messages.Where(message => message.BotId is not null && message.Thread == written.Ts)];
        return new Asked(
            "Slack, a mention",
            written.Ts,
            () => Replies().Count,
            () => Replies() is [.., var reply] ? Outcomes.Of(reply.Text) : null,
            () => told.Finished.IsCompleted
        )
        {
            Comes = ToldAgain,
        };
    }
}
