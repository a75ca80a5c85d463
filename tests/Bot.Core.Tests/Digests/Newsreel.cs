using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Digests;

/// <summary>A small story in one edition after another, and what digests say of it.</summary>
internal sealed class Newsreel
{
    private readonly Shelf shelf = new();
    private readonly StoryKeeper keeper;
    private int edition;

    public Newsreel() => keeper = new StoryKeeper(new InMemoryJournal(Time), shelf, Time, development: false, accept: true);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    public Progress Progress { get; set; } = Progress.None;
    public StorySnapshot Story => shelf.Story(shelf.Now, CommunityId.Local)!;

    /// <param name="closed">The day the story was closed.</param>
    public void Load(DateOnly? closed, params Fact[] facts)
    {
        var book = SmallBooks.Book(++edition, facts);
        var story = book.Story with { Closed = closed };
        var loading = keeper.Load(
            [new FactBook(story, book.Seeds, book.Sources, book.Entities, book.Facts)],
            SmallBooks.Lexicon,
            null,
            CancellationToken.None
        );
        loading.IsCompletedSuccessfully.ShouldBeTrue();
        loading.Result.ShouldBeEmpty();
    }

    public void Load(params Fact[] facts) => Load(null, facts);

    /// <summary>What a digest would say now.</summary>
    public Digest? Digest() => DigestOf.Of(Story, Progress, TimeZoneInfo.Utc, Time.GetUtcNow());

    /// <summary>Some days later a digest is posted.</summary>
    /// <returns>Its text; null where there is none.</returns>
    public string? Post(int days = 1)
    {
        Time.Advance(TimeSpan.FromDays(days));
        if (Digest() is not { } digest)
        {
            return null;
        }

        Progress = new Progress { Covered = new Covered(SmallBooks.Slug, digest.Position, Time.GetUtcNow(), digest.IsFinal) };
        return PlainText.Of(digest);
    }
}
