using System.Threading.Channels;
using Bot.Core.Replicas;

namespace Bot.Core.Tests.Replicas;

public sealed class LeasedWorkTests
{
    private static readonly LeaseName Name = new("work");

    [Fact]
    public async Task Work_is_begun_when_the_lease_is_there_and_called_off_and_begun_anew_when_it_was_lost()
    {
        var leases = new ScriptedLeases();
        var (begun, stoodBy) = (0, 0);
        var done = leases.DoWhileHeld(
            Name,
            () => stoodBy++,
            async (_, held) =>
            {
                if (++begun == 2)
                {
                    return "done";
                }

                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, held);
                return "never";
            },
            TestContext.Current.CancellationToken
        );
        begun.ShouldBe(0);

        await leases.Grant();
        begun.ShouldBe(1);
        done.IsCompleted.ShouldBeFalse();

        leases.Lose();
        await leases.Grant();

        (await done).ShouldBe("done");
        (begun, stoodBy, leases.Held).ShouldBe((2, 2, 0));
    }

    [Fact]
    public async Task Who_is_told_to_stop_gives_the_lease_back()
    {
        var leases = new ScriptedLeases();
        using var stopping = new CancellationTokenSource();
        var work = leases.DoWhileHeld<string>(
            Name,
            () => { },
            async (_, held) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, held);
                return "never";
            },
            stopping.Token
        );
        await leases.Grant();
        leases.Held.ShouldBe(1);

        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => work);
        leases.Held.ShouldBe(0);
    }

    [Fact]
    public async Task A_fault_of_the_work_is_told_and_gives_the_lease_back()
    {
        var leases = new ScriptedLeases();
        var work = leases.DoWhileHeld<string>(
            Name,
            () => { },
            (_, _) => throw new InvalidOperationException("a fault"),
            CancellationToken.None
        );
        await leases.Grant();

        (await Should.ThrowAsync<InvalidOperationException>(() => work)).Message.ShouldBe("a fault");
        leases.Held.ShouldBe(0);
    }

    private sealed class ScriptedLeases : ILeases
    {
        private readonly Channel<TaskCompletionSource<ILease>> asked = Channel.CreateUnbounded<TaskCompletionSource<ILease>>();
        private CancellationTokenSource lost = new();

        public int Held { get; private set; }

        public async ValueTask<ILease> Take(LeaseName name, CancellationToken cancellation)
        {
            name.ShouldBe(Name);
            var waiting = new TaskCompletionSource<ILease>();
            asked.Writer.TryWrite(waiting);
            return await waiting.Task.WaitAsync(cancellation);
        }

        /// <summary>Gives the lease to whoever asks for it next.</summary>
        public async Task Grant()
        {
            var waiting = await asked.Reader.ReadAsync(TestContext.Current.CancellationToken);
            (lost, Held) = (new CancellationTokenSource(), Held + 1);
            waiting.SetResult(new Lease(() => Held--, lost.Token));
        }

        public void Lose() => lost.Cancel();

        private sealed class Lease(Action giveBack, CancellationToken lost) : ILease
        {
            public bool WasElsewhere => false;

            public CancellationToken Lost => lost;

            public ValueTask DisposeAsync()
            {
                giveBack();
                return ValueTask.CompletedTask;
            }
        }
    }
}
