using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;

namespace Bot.Host.Stories;

/// <summary>Reads all stories. The program reads its two folders; a benchmark may stand in one that it made.</summary>
public delegate LibraryResult ReadStories();

/// <summary>The two folders that stories are read from.</summary>
/// <param name="Default">The slug that the settings call the default; null for none.</param>
internal sealed record StoryFiles(string Seeds, string Knowledge, StorySlug? Default)
{
    private static readonly Lazy<Lexicon> Shipped = new(ShippedLexicon.Read);

    public LibraryResult Read()
    {
        var read = Library.Read(Seeds, Knowledge, Shipped.Value);
        return read.Problems.Count > 0 || Default is not { } wanted || read.Books.Any(book => book.Story.Slug == wanted)
            ? read
            : read with
            {
                Problems = [Missing(wanted, read.Books.Select(book => book.Story.Slug.Value).ToList())],
            };
    }

    private static Problem Missing(StorySlug wanted, IReadOnlyList<string> slugs) =>
        new(
            new Place("settings", 1, 1),
            $"`Stories:Default` names the story '{wanted}', which is not there.{NearMiss.Question(wanted.Value, slugs)} There is: {string.Join(", ", slugs)}."
        );
}
