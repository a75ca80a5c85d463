namespace Bot.Testing.Delivery;

/// <summary>What the operator was told of: once by whoever comes first, until it is mended.</summary>
public abstract partial class DeliveryContract
{
    [Fact]
    public async Task Of_many_who_tell_of_a_concern_one_does_until_it_is_mended()
    {
        Outgoing[] opened = [await Open(), await Open()];
        var key = "digests discord:1 00000001";

        var added = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(async () => await opened[i % 2].Concerns.Add(key, Start, Cancel)))
        );
        added.Count(isFirst => isFirst).ShouldBe(1);
        (await (await Open()).Concerns.Add(key, Start.AddDays(1), Cancel)).ShouldBeFalse();

        await opened[0].Concerns.Remove(key, Cancel);
        await opened[0].Concerns.Remove(key, Cancel);
        (await opened[1].Concerns.OfKind("digests", Cancel)).ShouldBeEmpty();
        (await opened[1].Concerns.Add(key, Start.AddDays(2), Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Concerns_are_found_by_their_kind_and_no_other()
    {
        var concerns = (await Open()).Concerns;
        string[] keys = ["slack connection", "slack-cards connection", "files mistakes", "slack another"];
        foreach (var key in keys)
        {
            (await concerns.Add(key, Start, Cancel)).ShouldBeTrue();
        }

        (await (await Open()).Concerns.OfKind("slack", Cancel)).ShouldBe(["slack connection", "slack another"], ignoreOrder: true);
        (await concerns.OfKind("files", Cancel)).ShouldBe(["files mistakes"]);
        (await concerns.OfKind("connection", Cancel)).ShouldBeEmpty();
        await concerns.Remove("slack connection", Cancel);
        (await concerns.OfKind("slack", Cancel)).ShouldBe(["slack another"]);
    }
}
