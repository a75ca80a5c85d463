using Microsoft.Extensions.Time.Testing;

namespace Bot.Wire.Tests;

public sealed class RecentIdsTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void An_id_is_known_for_as_long_as_it_is_kept_and_no_longer()
    {
        var ids = new RecentIds<ulong>(TimeSpan.FromMinutes(15), time);

        ids.Add(1).ShouldBeTrue();
        time.Advance(TimeSpan.FromMinutes(14));
        ids.Add(1).ShouldBeFalse();
        ids.Contains(1).ShouldBeTrue();
        ids.Contains(2).ShouldBeFalse();
        time.Advance(TimeSpan.FromMinutes(1));
        ids.Contains(1).ShouldBeFalse();
        ids.Add(1).ShouldBeTrue();
    }

    [Fact]
    public void One_that_was_removed_and_comes_again_is_kept_as_long_as_any()
    {
        var ids = new RecentIds<ulong>(TimeSpan.FromMinutes(15), time);
        ids.Add(1);
        time.Advance(TimeSpan.FromMinutes(10));
        ids.Remove(1);
        ids.Contains(1).ShouldBeFalse();
        ids.Add(1).ShouldBeTrue();

        time.Advance(TimeSpan.FromMinutes(14));
        ids.Contains(1).ShouldBeTrue();
        ids.Add(1).ShouldBeFalse();
        time.Advance(TimeSpan.FromMinutes(1));
        ids.Contains(1).ShouldBeFalse();
    }

    [Fact]
    public void However_many_come_no_more_than_a_hundred_thousand_are_kept_and_the_oldest_go()
    {
        var ids = new RecentIds<ulong>(TimeSpan.FromMinutes(15), time);
        for (var id = 1UL; id <= 100_001; id++)
        {
            ids.Add(id).ShouldBeTrue();
        }

        ids.Contains(100_001).ShouldBeTrue();
        ids.Contains(2).ShouldBeFalse();
    }
}
