using System.Globalization;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;
using Bot.Host.Api;

namespace Bot.Host.Bulk;

/// <summary>A story of nothing but the given texts, answered from as any other.</summary>
internal sealed class BulkStory
{
    private static readonly Place Nowhere = new("documents", 1, 1);

    private readonly IReadOnlyList<BulkDocument> documents;
    private readonly StorySnapshot story;
    private readonly DateOnly today;

    private BulkStory(IReadOnlyList<BulkDocument> documents, StorySnapshot story, DateOnly today) =>
        (this.documents, this.story, this.today) = (documents, story, today);

    /// <exception cref="FormatException">The texts make no story, and the message says why.</exception>
    public static async Task<BulkStory> Of(IReadOnlyList<BulkDocument> documents, Lexicon lexicon, TimeProvider time)
    {
        var draft = new StoryDraft
        {
            At = Nowhere,
            Slug = Text("documents"),
            Title = Text(Title(documents[0])),
            Language = Text("en"),
            TimeZone = Text("UTC"),
            Seeds = [.. documents.Select(Seed)],
        };
        var book = FactBook.Build(draft, lexicon.Abbreviations) switch
        {
            BuildResult.Built built => built.Book,
            BuildResult.Refused refused => throw new FormatException(refused.Problems[0].Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var shelf = new Shelf();
        await new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false).Load(
            [book],
            lexicon,
            wanted: null,
            CancellationToken.None
        );
        return new BulkStory(documents, shelf.Now.Story()!, DateOnly.FromDateTime(time.GetUtcNow().Date));
    }

    public BulkAnswer Answer(string document, BulkQuestion question)
    {
        var answer = Answerer.Answer(story, question.Q, new AsOf(), today);
        return new BulkAnswer
        {
            Document = document,
            Question = question.Id,
            Outcome = answer.Outcome.Word,
            Reason = answer.Outcome.ReasonWord,
            Confidence = answer.Confidence,
            Text = PlainText.Of(new Composer(story, today).Compose(answer)),
            Passages = [.. answer.Passages.Select(Passage)],
        };
    }

    private PassageBody Passage(ScoredPassage scored)
    {
        var passage = scored.Passage;
        return new PassageBody(documents[Number(passage.Seed)].Id, passage.Start, passage.End, passage.Text, scored.Score);
    }

    private static SeedDraft Seed(BulkDocument document, int number) =>
        new(Nowhere)
        {
            Id = Text(string.Create(CultureInfo.InvariantCulture, $"d{number}")),
            Form = Text(Vocabulary.Word(SeedForm.Document)),
            Title = Text(Title(document)),
            Body = document.Text,
        };

    private static int Number(SeedId seed) => int.Parse(seed.Value.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Title(BulkDocument document) => string.IsNullOrWhiteSpace(document.Title) ? "A document" : document.Title;

    private static Text Text(string value) => new(value, Nowhere);
}
