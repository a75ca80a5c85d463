using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Knowledge;
using Bot.Testing;

namespace Bot.Benchmarks.Fuzz;

/// <summary>The shipped story and the one of the tests, loaded as a program would.</summary>
internal static class LoadedStories
{
    public static IReadOnlyList<string> Roots { get; } = [Repository.Root, Repository.Folder("tests", "stories", "bridge")];

    public static async Task<Shelf> Read(Lexicon lexicon, TimeProvider time)
    {
        var libraries = Roots.Select(root => Library.Read(Path.Combine(root, "seeds"), Path.Combine(root, "knowledge"), lexicon)).ToList();
        var problems = libraries.SelectMany(library => library.Problems).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(problems[0].ToString());
        }

        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false);
        List<FactBook> books = [.. libraries.SelectMany(library => library.Books)];
        await keeper.Load(books, libraries[0].Lexicon, wanted: null, CancellationToken.None);
        return shelf;
    }
}
