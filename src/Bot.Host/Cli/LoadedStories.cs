using Bot.Core.Journal;
using Bot.Host.Stories;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary>The stories as a start would have them: the store with the files as they are now.</summary>
internal sealed record LoadedStories(Shelf Shelf, StoryKeeper Keeper)
{
    /// <exception cref="StartupRefusedException">The files have mistakes; each is named.</exception>
    public static async Task<LoadedStories> Of(Store store, StoryFiles files, Surroundings around, CancellationToken cancellation)
    {
        var read = files.Read();
        Refuse(read.Problems);
        var shelf = new Shelf();
        var keeper = new StoryKeeper(store.Journal, shelf, around.Time, around.Paths.IsDevelopment);
        Refuse(await keeper.Load(read.Books, read.Lexicon, files.Default, cancellation));
        return new LoadedStories(shelf, keeper);
    }

    private static void Refuse(IReadOnlyList<Core.Facts.Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new StartupRefusedException([.. problems.Select(problem => problem.ToString())]);
        }
    }
}
