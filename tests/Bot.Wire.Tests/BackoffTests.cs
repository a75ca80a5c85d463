using System.Buffers.Binary;
using Bot.Core.Communities;

namespace Bot.Wire.Tests;

public sealed class BackoffTests
{
    private static readonly Randomness Least = bytes => bytes.Clear();
    private static readonly Randomness Most = bytes => bytes.Fill(0xFF);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(7, 60)]
    [InlineData(5_000, 60)]
    public void Each_wait_is_twice_the_last_up_to_a_limit_and_at_least_half_of_it_is_kept(int tries, double seconds)
    {
        Of(Least).After(tries).ShouldBe(TimeSpan.FromSeconds(seconds / 2));
        Of(Most).After(tries).TotalSeconds.ShouldBe(seconds, 1e-6);
    }

    [Fact]
    public void A_fraction_is_at_least_zero_and_less_than_one()
    {
        Least.Fraction().ShouldBe(0);
        Most.Fraction().ShouldBeInRange(0.999_999, Math.BitDecrement(1.0));
        Randomness half = bytes => BinaryPrimitives.WriteUInt64LittleEndian(bytes, 1UL << 63);
        half.Fraction().ShouldBe(0.5);
    }

    private static Backoff Of(Randomness random) => new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random);
}
