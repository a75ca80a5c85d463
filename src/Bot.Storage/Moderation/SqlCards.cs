using System.Data.Common;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Storage.Databases;

namespace Bot.Storage.Moderation;

internal sealed class SqlCards(Func<Task<Database>> opened) : ICards
{
    private const string IsIt = "community = @community AND story = @story AND item = @item AND version = @version";

    private const string Select =
        "SELECT community, story, item, place, begun, state, post, shown, up_to, tries, not_before, why, version FROM moderator_card";

    private const string Insert = """
        INSERT INTO moderator_card (community, story, item, place, begun, state, post, shown, up_to, tries, not_before, why, version)
        VALUES (@community, @story, @item, @place, @begun, @state, @post, @shown, @up_to, @tries, @not_before, @why, @version + 1)
        """;

    public async ValueTask<IReadOnlyList<Card>> All(CancellationToken cancellation) =>
        await (await opened()).Read(Select, Read, cancellation);

    public async ValueTask<Card?> Save(Card card, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var kept = await writing.Run(
            card.Version == 0
                ? $"{Insert} ON CONFLICT DO NOTHING"
                : $"""
                UPDATE moderator_card SET place = @place, begun = @begun, state = @state, post = @post, shown = @shown, up_to = @up_to,
                  tries = @tries, not_before = @not_before, why = @why, version = @version + 1
                WHERE {IsIt}
                """,
            cancellation,
            Values(card)
        );
        await writing.Commit(cancellation);
        return kept > 0 ? card with { Version = card.Version + 1 } : null;
    }

    public async ValueTask Forget(Card card, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        await writing.Run($"DELETE FROM moderator_card WHERE {IsIt}", cancellation, Key(card));
        await writing.Commit(cancellation);
    }

    /// <summary>What is posted is posted, whatever the store is put back to: what is known now stands.</summary>
    public static async Task CarryOver(Transaction present, Transaction restored, CancellationToken cancellation)
    {
        await restored.Run("DELETE FROM moderator_card", cancellation);
        foreach (var card in await present.Read(Select, Read, cancellation))
        {
            await restored.Run(Insert, cancellation, Values(card));
        }
    }

    private static Card Read(DbDataReader row) =>
        new()
        {
            Community = new CommunityId(row.GetString(0)),
            Story = new StorySlug(row.GetString(1)),
            Item = new ItemId(row.GetString(2)),
            Place = new PlaceId(row.GetString(3)),
            Begun = row.Moment(4),
            State = Enum.Parse<CardState>(row.GetString(5)),
            Post = row.IsDBNull(6) ? null : new PostId(row.GetString(6)),
            Shown = row.IsDBNull(7) ? null : row.GetString(7),
            UpTo = row.GetInt64(8),
            Tries = row.GetInt32(9),
            NotBefore = row.Moment(10),
            Why = row.IsDBNull(11) ? null : row.GetString(11),
            Version = row.GetInt64(12),
        };

    private static (string Name, object Value)[] Key(Card card) =>
        [("community", card.Community.Value), ("story", card.Story.Value), ("item", card.Item.Value), ("version", card.Version)];

    private static (string Name, object Value)[] Values(Card card) =>
        [
            .. Key(card),
            ("place", card.Place.Value),
            ("begun", Statements.Stamp(card.Begun)),
            ("state", card.State.ToString()),
            ("post", card.Post is { } post ? post.Value : DBNull.Value),
            ("shown", card.Shown is { } shown ? shown : DBNull.Value),
            ("up_to", card.UpTo),
            ("tries", card.Tries),
            ("not_before", Statements.Stamp(card.NotBefore)),
            ("why", card.Why is { } why ? why : DBNull.Value),
        ];
}
