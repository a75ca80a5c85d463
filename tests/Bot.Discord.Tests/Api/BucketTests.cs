using Bot.Discord.Api.Limits;
using FsCheck;
using FsCheck.Fluent;
using static Bot.Discord.Tests.Api.ScriptedDiscord;

namespace Bot.Discord.Tests.Api;

/// <summary>One bucket before a server that counts, with answers that come late, overtake one another, or are lost.</summary>
public sealed class BucketTests(ITestOutputHelper output)
{
    [Fact]
    public void Never_more_come_to_a_server_within_a_stretch_than_it_allows_and_all_come_in_the_end()
    {
        var (requests, most) = (0, 0);
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var run = new Simulation(seed);
                    run.Go();
                    run.Exceeded.ShouldBe(0);
                    run.Served.ShouldBe(Simulation.Requests);
                    requests += run.Served;
                    most = Math.Max(most, run.MostUnderWay);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));

        // Sent one after the other they would show nothing.
        most.ShouldBeGreaterThan(5);
        output.WriteLine($"{requests} requests, up to {most} under way at once, none too many.");
    }

    /// <summary>Time is a number here, so that nothing is waited for and every run can be repeated.</summary>
    private sealed class Simulation
    {
        public const int Requests = 60;

        /// <summary>Longer than any stretch of the server's: what was lost is forgotten there when it is given up here.</summary>
        private const double GivenUpAfter = 15;

        private readonly Random random;
        private readonly PriorityQueue<Action, (double At, int Order)> events = new();
        private readonly Bucket bucket = new();
        private readonly Queue<object> waiting = new();
        private readonly int limit;
        private double now;
        private double end;
        private int taken;
        private int order;
        private int underWay;

        public Simulation(int seed)
        {
            random = new Random(seed);
            limit = random.Next(1, 12);
            for (var i = 0; i < Requests; i++)
            {
                At(random.NextDouble() * 20, Come);
            }
        }

        public int Exceeded { get; private set; }
        public int Served { get; private set; }
        public int MostUnderWay { get; private set; }

        public void Go()
        {
            while (events.TryDequeue(out var happens, out var when))
            {
                now = when.At;
                happens();
            }
        }

        private TimeSpan Now => TimeSpan.FromSeconds(now);

        private void At(double time, Action happens) => events.Enqueue(happens, (time, order++));

        private void Come()
        {
            var place = new object();
            bucket.Come(place);
            waiting.Enqueue(place);
            Ask();
        }

        private void Ask()
        {
            while (waiting.TryPeek(out var place))
            {
                if (bucket.Take(place, Now) is { } wait)
                {
                    if (wait > TimeSpan.Zero)
                    {
                        At(now + wait.TotalSeconds + 0.000_001, Ask);
                    }

                    return;
                }

                waiting.Dequeue();
                bucket.Left(place);
                MostUnderWay = Math.Max(MostUnderWay, ++underWay);
                At(now + random.NextDouble() * 2, Arrive);
            }
        }

        private void Arrive()
        {
            if (now >= end)
            {
                (end, taken) = (now + 0.1 + random.NextDouble() * 10, 0);
            }

            taken++;
            Served++;
            Exceeded += taken > limit ? 1 : 0;
            if (random.Next(20) == 0)
            {
                At(now + GivenUpAfter, () => Answered(null));
                return;
            }

            using var response = Message(Limit("b", Math.Max(0, limit - taken), end - now));
            var said = LimitHeaders.Read((int)response.StatusCode, response.Headers, []);
            At(now + random.NextDouble() * 2, () => Answered(said));
        }

        private void Answered(LimitHeaders? said)
        {
            underWay--;
            bucket.Answered(said, Now);
            Ask();
        }
    }
}
