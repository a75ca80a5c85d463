using Bot.Core.Communities;
using Bot.Discord.Gateway;
using Bot.Discord.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

public sealed class GuildRollTests
{
    [Fact]
    public async Task What_a_store_could_not_write_in_time_is_noted_and_written_again()
    {
        var (communities, time, faults) = (new SlowOnce(), new FakeTimeProvider(), new List<Exception>());
        var roll = new GuildRoll(
            communities,
            time,
            bytes => bytes.Clear(),
            (fault, where) =>
            {
                faults.Add(fault);
                return where;
            }
        );
        roll.Come(new GuildEvent(new Snowflake(7), Unavailable: null));
        roll.Close();

        var telling = roll.Tell(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(1));
        await telling;

        faults.ShouldHaveSingleItem().ShouldBeOfType<TaskCanceledException>();
        communities.Known.ShouldBe([new CommunityId("discord:7")]);
    }

    private sealed class SlowOnce : ICommunities
    {
        private bool wasSlow;

        public List<CommunityId> Known { get; } = [];

        public ValueTask Seen(CommunityId community, CancellationToken cancellation)
        {
            if (!wasSlow)
            {
                wasSlow = true;
                throw new TaskCanceledException();
            }

            Known.Add(community);
            return ValueTask.CompletedTask;
        }

        public ValueTask Left(CommunityId community, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<KnownCommunity>> All(CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<bool> Delete(CommunityId community, DateTimeOffset leftBy, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
