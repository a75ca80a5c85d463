using Bot.Core.Delivery;

namespace Bot.Core.Tests.Delivery;

public sealed class KeyedSealTests
{
    [Fact]
    public void A_store_that_was_away_when_the_key_was_first_needed_is_asked_again()
    {
        var asked = 0;
        var seal = new KeyedSeal(() => ++asked == 1 ? throw new TimeoutException("The store is away.") : new byte[32]);

        Should.Throw<TimeoutException>(() => seal.Mark([1]));

        seal.Mark([1]).Length.ShouldBe(32);
        seal.Mark([1]);
        asked.ShouldBe(2);
    }
}
