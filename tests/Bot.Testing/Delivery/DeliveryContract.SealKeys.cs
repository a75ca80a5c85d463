namespace Bot.Testing.Delivery;

/// <summary>The key of the seal: made once, and for everybody the same.</summary>
public abstract partial class DeliveryContract
{
    [Fact]
    public async Task Who_opens_the_store_again_gets_the_same_key()
    {
        var key = await (await Open()).SealKey.Key(Cancel);

        key.Length.ShouldBe(32);
        key.ShouldNotBe(new byte[32]);
        (await (await Open()).SealKey.Key(Cancel)).ShouldBe(key);
    }

    [Fact]
    public async Task Several_who_ask_first_at_once_get_one_key()
    {
        var opened = new[] { await Open(), await Open() };

        var keys = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => opened[i % 2].SealKey.Key(Cancel).AsTask(), Cancel))
        );

        keys.Select(Convert.ToHexString).Distinct().ShouldHaveSingleItem();
    }
}
