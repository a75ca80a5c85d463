using Bot.Core.Replicas;
using Bot.Testing.Postgres;
using Npgsql;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresLeaseTests(PostgresServer server)
{
    private static readonly LeaseName Name = new("a shard");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_replica_holds_a_lease_and_the_next_has_it_when_it_is_given_back()
    {
        var database = await server.NewDatabase(Cancel);
        await using var first = Store.Postgres(database, TimeProvider.System);
        await using var second = Store.Postgres(database, TimeProvider.System);
        var held = await first.Leases.Take(Name, Cancel);

        var waiting = second.Leases.Take(Name, Cancel).AsTask();
        await using var another = await second.Leases.Take(new LeaseName("another shard"), Cancel);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancel);
        waiting.IsCompleted.ShouldBeFalse();
        held.Lost.IsCancellationRequested.ShouldBeFalse();

        await held.DisposeAsync();
        await using var next = await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        next.Lost.IsCancellationRequested.ShouldBeFalse();
        (held.WasElsewhere, next.WasElsewhere).ShouldBe((false, true));
    }

    [Fact]
    public async Task Who_is_cut_off_from_the_server_hears_that_the_lease_is_lost()
    {
        var database = await server.NewDatabase(Cancel);
        await using var store = Store.Postgres(database, TimeProvider.System);
        await using var held = await store.Leases.Take(Name, Cancel);
        var lost = new TaskCompletionSource();
        await using var told = held.Lost.Register(lost.SetResult);

        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancel);
        await using var end = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted",
            connection
        );
        (await end.ExecuteScalarAsync(Cancel)).ShouldBe(1L);

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await using var again = await store.Leases.Take(Name, Cancel);
    }

    [Fact]
    public async Task Who_can_reach_the_server_no_more_takes_the_lease_for_lost_before_another_can_have_it()
    {
        var database = new NpgsqlConnectionStringBuilder(await server.NewDatabase(Cancel));
        await using var proxy = new Proxy(database.Port);
        var through = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = proxy.Port };
        await using var cutOff = Store.Postgres(through.ConnectionString, TimeProvider.System);
        await using var other = Store.Postgres(database.ConnectionString, TimeProvider.System);
        var held = await cutOff.Leases.Take(Name, Cancel);
        var lost = new TaskCompletionSource();
        await using var told = held.Lost.Register(lost.SetResult);

        proxy.IsStill = true;
        var next = other.Leases.Take(Name, Cancel).AsTask();

        (await Task.WhenAny(lost.Task, next).WaitAsync(TimeSpan.FromMinutes(1), Cancel)).ShouldBe(lost.Task);
        await using var taken = await next.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        taken.WasElsewhere.ShouldBeTrue();
        proxy.IsStill = false;
        proxy.Cut();
        await held.DisposeAsync();
    }

    [Fact]
    public async Task Who_waits_for_a_lease_can_be_told_to_stop()
    {
        var database = await server.NewDatabase(Cancel);
        await using var store = Store.Postgres(database, TimeProvider.System);
        await using var held = await store.Leases.Take(Name, Cancel);
        using var stopping = new CancellationTokenSource();

        var waiting = store.Leases.Take(Name, stopping.Token).AsTask();
        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }
}
