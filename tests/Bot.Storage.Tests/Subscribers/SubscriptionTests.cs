using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Storage.Communities;
using Bot.Storage.Databases;
using Bot.Storage.Journals;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Tests.Subscribers;

/// <summary>A subscriber's rows follow from the journal and from nothing else, whatever happens on the way.</summary>
public abstract class SubscriptionTests
{
    private static readonly CommunityId Guild = new("discord:1");
    private static readonly CommunityId Team = new("slack:T1");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Two replicas of one new store.</summary>
    private protected abstract Task<(Database Here, Database There)> Open();

    [Fact]
    public async Task Every_event_is_applied_once_in_order_and_then_there_is_nothing_more()
    {
        var (here, _) = await Open();
        var subscriber = await Subscriber(here, "a");
        await Append(here, Guild, 300);
        var subscription = Subscribed(here, subscriber);

        var pages = 0;
        while (await subscription.Step(Cancel))
        {
            pages++;
        }

        pages.ShouldBe(3);
        (await Copied(here, subscriber)).ShouldBe(Enumerable.Range(1, 300).Select(i => (long)i));
        await Append(here, Guild, 1, 300);
        (await subscription.Step(Cancel)).ShouldBeTrue();
        (await Copied(here, subscriber)).Count.ShouldBe(301);
    }

    [Fact]
    public async Task A_fault_leaves_rows_and_position_as_they_were()
    {
        var (here, _) = await Open();
        var subscriber = await Subscriber(here, "a", failing: 300);
        await Append(here, Guild, 1_000);
        var (subscription, faults, done) = (Subscribed(here, subscriber), 0, false);
        while (!done)
        {
            var before = await Copied(here, subscriber);
            try
            {
                done = !await subscription.Step(Cancel);
            }
            catch (FailedOnPurposeException)
            {
                faults++;
                (await Copied(here, subscriber)).ShouldBe(before);
            }

            // The model: the rows are those of the events up to the position, no more and no fewer.
            var copied = await Copied(here, subscriber);
            copied.ShouldBe(Enumerable.Range(1, copied.Count).Select(i => (long)i));
            (await Position(here, "a")).ShouldBe(copied.Count);
        }

        faults.ShouldBeGreaterThan(0);
        (await Copied(here, subscriber)).Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task Two_replicas_that_lead_the_same_subscriber_apply_every_event_once()
    {
        var (here, there) = await Open();
        var subscriber = await Subscriber(here, "a", failing: 400);
        var leading = new[] { here, there, here, there }
            .Select(replica => Task.Run(() => Lead(Subscribed(replica, subscriber), 900), Cancel))
            .ToList();
        for (var i = 0; i < 30; i++)
        {
            await Append(i % 2 == 0 ? here : there, Guild, 30, i * 30);
        }

        await Task.WhenAll(leading);

        (await Copied(here, subscriber)).ShouldBe(Enumerable.Range(1, 900).Select(i => (long)i));

        async Task Lead(Subscription subscription, int events)
        {
            while (await Position(here, "a") < events)
            {
                try
                {
                    await subscription.Step(Cancel);
                }
                catch (FailedOnPurposeException)
                {
                    // Goes on where it was.
                }
            }
        }
    }

    [Fact]
    public async Task Running_applies_what_is_there_and_what_comes_until_it_is_called_off()
    {
        var (here, there) = await Open();
        var subscriber = await Subscriber(here, "a");
        await Append(here, Guild, 5);
        using var off = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = Task.Run(() => Subscribed(here, subscriber).Run(off.Token), Cancel);
        await Append(there, Guild, 5, 5);
        while ((await Copied(here, subscriber)).Count < 10)
        {
            await Task.Yield();
        }

        await off.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        (await Copied(here, subscriber)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Each_subscriber_has_a_position_of_its_own()
    {
        var (here, _) = await Open();
        var (first, second) = (await Subscriber(here, "a"), await Subscriber(here, "b"));
        await Append(here, Guild, 3);
        await Drain(Subscribed(here, first));
        await Append(here, Guild, 3, 3);
        await Drain(Subscribed(here, second));

        (await Copied(here, first)).Count.ShouldBe(3);
        (await Copied(here, second)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task After_a_community_was_deleted_its_rows_are_gone_and_nothing_stalls()
    {
        var (here, there) = await Open();
        var subscriber = await Subscriber(here, "a");
        await Append(here, Guild, 200);
        await Append(here, Team, 200);
        (await Subscribed(here, subscriber).Step(Cancel)).ShouldBeTrue();

        await Depart(there);

        (await Copied(here, subscriber)).ShouldBeEmpty();
        await Append(here, Team, 10, 200);
        await Drain(Subscribed(here, subscriber));
        (await Copied(here, subscriber)).ShouldBe(Enumerable.Range(201, 211).Where(i => i != 401).Select(i => (long)i));
    }

    [Fact]
    public async Task A_community_that_is_deleted_while_subscribers_run_leaves_no_row()
    {
        var (here, there) = await Open();
        var subscriber = await Subscriber(here, "a");
        for (var round = 0; round < 5; round++)
        {
            await Append(here, Guild, 100);
            var leading = Task.Run(() => Drain(Subscribed(there, subscriber)), Cancel);
            await Depart(here);
            await leading;
            await Drain(Subscribed(there, subscriber));

            (await Copied(here, subscriber)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_was_derived_can_be_derived_again_from_nothing()
    {
        var (here, _) = await Open();
        var (subscriber, other) = (await Subscriber(here, "a"), await Subscriber(here, "b"));
        await Append(here, Guild, 200);
        await Drain(Subscribed(here, subscriber));
        await Drain(Subscribed(here, other));

        await Subscribed(here, subscriber).Rebuild(Cancel);

        (await Copied(here, subscriber)).ShouldBeEmpty();
        (await Copied(here, other)).Count.ShouldBe(200);
        await Drain(Subscribed(here, subscriber));
        (await Copied(here, subscriber)).ShouldBe(await Copied(here, other));
    }

    private static Subscription Subscribed(Database database, ISubscriber subscriber) =>
        new(() => Task.FromResult(database), subscriber, TimeProvider.System);

    private static async Task<Copying> Subscriber(Database database, string name, int failing = 0)
    {
        var subscriber = new Copying(name, failing, seed: 5);
        await subscriber.Make(database, Cancel);
        return subscriber;
    }

    private static async Task Drain(Subscription subscription)
    {
        while (await subscription.Step(Cancel)) { }
    }

    /// <summary>What it wrote down of communities. Of the base there is only that some were deleted.</summary>
    private static Task<List<long>> Copied(Database database, Copying subscriber) =>
        database.Read(
            $"SELECT position FROM {subscriber.Table} WHERE community <> '{CommunityId.Base}' ORDER BY position",
            row => row.GetInt64(0),
            Cancel
        );

    private static async Task<long> Position(Database database, string name)
    {
        var position = await database.Read(
            "SELECT position FROM subscriber WHERE name = @name",
            row => row.GetInt64(0),
            Cancel,
            ("name", name)
        );
        return position.SingleOrDefault();
    }

    private static async Task Depart(Database database)
    {
        var communities = new SqlCommunities(() => Task.FromResult(database), TimeProvider.System);
        await communities.Left(Guild, Cancel);
        (await communities.Delete(Guild, DateTimeOffset.MaxValue, Cancel)).ShouldBeTrue();
    }

    private static async Task Append(Database database, CommunityId community, int events, int version = 0)
    {
        var happened = new StoryEvent.CastChanged(new Edition(1), new Cast([], [], []));
        var append = new Append
        {
            Command = new CommandId($"from {version}"),
            Community = community,
            Story = new StorySlug("bridge"),
            By = new PersonKey("p1"),
            Reason = "",
            Events =
            [
                .. Enumerable
                    .Range(version, events)
                    .Select(expected => new Proposed(new StreamId($"{community}/cast"), expected, happened)),
            ],
        };
        (
            await new SqlJournal(() => Task.FromResult(database), TimeProvider.System).Append(append, Cancel)
        ).ShouldBeOfType<AppendResult.Appended>();
    }
}
