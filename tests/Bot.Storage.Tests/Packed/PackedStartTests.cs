using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Storage.Packed;
using Bot.Testing;
using Bot.Testing.Model;

namespace Bot.Storage.Tests.Packed;

/// <summary>A start from what is packed and the rows after it, beside a start from the rows alone.</summary>
public sealed class PackedStartTests : IAsyncDisposable
{
    private static readonly CommunityId Guild = new("discord:1");
    private static readonly Lexicon Lexicon = ShippedLexicon.Read();
    private static readonly IReadOnlyList<FactBook> Books = Library
        .Read(Repository.Folder("seeds"), Repository.Folder("knowledge"), Lexicon)
        .Books;

    private readonly TemporaryFolder folder = new();
    private readonly Store store;

    public PackedStartTests() => store = Store.Sqlite(folder.File("dateline.db"), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Both_give_the_same_shelf_and_the_same_answers()
    {
        var (live, keeper) = await Start();
        var changes = new Changes(store.Journal, keeper, live, TimeProvider.System);
        foreach (var book in Books)
        {
            await Make(changes, book, new Change.Hold(book.Facts[0].Id));
            await Make(changes, book, new Change.Withdraw(book.Facts[1].Id));
            await Make(changes, book, new Change.Hold(book.Facts[2].Id));
            await Make(changes, book, new Change.Release(book.Facts[2].Id));
            await Make(changes, book, new Change.Recheck(book.Facts[3].Id, DateOnly.FromDateTime(DateTime.UnixEpoch.AddYears(56))));
        }

        await new PackedJournal(store, TimeProvider.System, size: 5).Pack(Cancel);
        (await store.Verify(Cancel)).Packed.ShouldBeGreaterThan(30);
        var (packed, _) = await Start();
        await PackedChunk.DropFrom(await store.Opened(), 0, Cancel);
        (await store.Verify(Cancel)).Packed.ShouldBe(0);
        var (rows, _) = await Start();

        foreach (var community in new[] { Guild, CommunityId.Base })
        {
            Told.Of(packed, community).ShouldBe(Told.Of(rows, community));
            Told.Of(packed, community).ShouldBe(Told.Of(live, community));
            foreach (var fact in Books.SelectMany(book => book.Facts))
            {
                Shown(packed, community, fact).ShouldBe(Shown(rows, community, fact));
            }
        }
    }

    private async Task<(Shelf, StoryKeeper)> Start()
    {
        var shelf = new Shelf();
        var keeper = new StoryKeeper(store.Journal, shelf, TimeProvider.System, development: false);
        (await keeper.Load(Books, Lexicon, wanted: null, Cancel)).ShouldBeEmpty();
        return (shelf, keeper);
    }

    private static async Task Make(Changes changes, FactBook book, Change change)
    {
        var request = new ChangeRequest
        {
            Community = Guild,
            Story = book.Story.Slug,
            By = new PersonKey("p1"),
            Command = new CommandId($"{book.Story.Slug} {change}"),
            Reason = "to be seen",
            Change = change,
        };
        (await changes.Make(request, Cancel)).ShouldBeOfType<ChangeOutcome.Done>();
    }

    private static string Shown(Shelf shelf, CommunityId community, Fact fact) =>
        string.Join(
            '\n',
            shelf
                .Stories(shelf.Now, community)
                .Select(story => Answerer.Answer(story, fact.Says, new AsOf(), new DateOnly(2026, 6, 1)))
                .Select(answer => $"{answer.GetType().Name} {string.Join(' ', answer.Facts.Select(shown => shown.Revision.Fact.Id))}")
        );
}
