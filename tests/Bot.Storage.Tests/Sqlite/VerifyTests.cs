using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Tests.Sqlite;

/// <summary>A journal of three events, changed behind its back.</summary>
public sealed class VerifyTests : IAsyncDisposable
{
    private static readonly StorySlug Story = new("bridge");

    private readonly TemporaryFolder folder = new();
    private readonly Store store;

    public VerifyTests() => store = Store.Sqlite(folder.File("dateline.db"), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_journal_that_nobody_touched_holds()
    {
        await Write();

        var verified = await store.Verify(Cancel);

        verified.Events.ShouldBe(3);
        verified.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "UPDATE journal SET payload = replace(payload, 'public', 'secret') WHERE position = 2",
        "The content of position 2 is not what was written."
    )]
    [InlineData("UPDATE journal SET content_hash = chain_hash WHERE position = 2", "The content of position 2 is not what was written.")]
    [InlineData(
        "DELETE FROM journal WHERE position = 2",
        "The chain of 'base' breaks at position 3: it, or one before it, was changed or taken away."
    )]
    [InlineData("UPDATE journal SET payload = ' ' WHERE position = 2", "The content of position 2 is not what was written.")]
    [InlineData(
        "UPDATE journal SET payload = '', reason = '\"because\"' WHERE position = 2",
        "The content of position 2 is not what was written."
    )]
    [InlineData(
        "UPDATE journal SET payload = '', content_hash = chain_hash WHERE position = 2",
        "The chain of 'base' breaks at position 2: it, or one before it, was changed or taken away."
    )]
    [InlineData("UPDATE journal SET version = 7 WHERE position = 3", "Position 3 is version 7 of 'bridge/editions', which had 2.")]
    [InlineData(
        "UPDATE journal SET chain_hash = '' WHERE position = 1",
        "The chain of 'base' breaks at position 1: it, or one before it, was changed or taken away."
    )]
    public async Task What_was_changed_behind_its_back_is_told_with_its_place(string tampering, string problem)
    {
        await Write();
        await using (var connection = new SqliteConnection(SqliteDatabase.ConnectionString(folder.File("dateline.db"))))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = tampering;
            (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
        }

        (await store.Verify(Cancel)).Problems.ShouldContain(problem);
    }

    private async Task Write()
    {
        var cast = new Cast([], [], []);
        for (var version = 0; version < 3; version++)
        {
            var source = new Source
            {
                Id = new SourceId("courier"),
                Title = $"A public page {version}",
                Short = "a page",
                Origin = "courier",
            };
            var result = await store.Journal.Append(
                new Append
                {
                    Command = new CommandId($"c{version}"),
                    Community = CommunityId.Base,
                    Story = Story,
                    By = PersonKey.Maintainers,
                    Reason = "",
                    Events =
                    [
                        new Proposed(
                            StreamId.Editions(Story),
                            version,
                            new StoryEvent.CastChanged(new Edition(version + 1), cast with { Sources = [source] })
                        ),
                    ],
                },
                Cancel
            );
            result.ShouldBeOfType<AppendResult.Appended>();
        }
    }
}
