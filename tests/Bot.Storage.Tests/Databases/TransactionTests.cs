using System.Data;
using System.Data.Common;
using Bot.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Tests.Databases;

public sealed class TransactionTests
{
    [Fact]
    public async Task A_connection_is_given_back_also_where_its_transaction_breaks_at_the_end()
    {
        await using var connection = new SqliteConnection();
        using var broken = new BrokenTransaction(connection);
        var givenBack = 0;
        var transaction = new Transaction(
            connection,
            broken,
            "sqlite",
            () =>
            {
                givenBack++;
                return ValueTask.CompletedTask;
            }
        );

        await Should.ThrowAsync<IOException>(async () => await transaction.DisposeAsync());

        givenBack.ShouldBe(1);
    }

    private sealed class BrokenTransaction(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

        protected override DbConnection DbConnection => connection;

        public override void Commit() { }

        public override void Rollback() { }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            throw new IOException("The disk is gone.");
        }
    }
}
