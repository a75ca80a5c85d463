using System.CommandLine;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>erase FACT</c>: empties all that the store holds of a fact, for good. For whoever runs the service.</summary>
internal sealed class EraseVerb : Command
{
    private readonly Surroundings around;
    private readonly FolderOptions folders;
    private readonly Argument<string> fact = new("fact") { Description = "The id of the fact." };
    private readonly Option<string?> story = new("--story") { Description = "Its story, by slug; else the default one.", HelpName = "S" };
    private readonly Option<string?> community = new("--community")
    {
        Description = "Only what this one holds of it, such as discord:123; else everybody.",
        HelpName = "C",
    };

    public EraseVerb(Surroundings around)
        : base("erase", "Empty all that the store holds of a fact: text, quote, names, reasons. It cannot be undone.")
    {
        (this.around, folders) = (around, new FolderOptions(around));
        Add(fact);
        Add(story);
        Add(community);
        folders.AddTo(this);
        SetAction((parsed, cancellation) => StoreVerb.Use(around, store => Erase(parsed, store, cancellation)));
    }

    private async Task<int> Erase(ParseResult parsed, Store store, CancellationToken cancellation)
    {
        // As at a start: whoever erases sees the store with the files as they are now.
        var (shelf, keeper) = await LoadedStories.Of(store, folders.Find(parsed), around, cancellation);
        var id = new FactId(parsed.GetValue(fact)!);
        var slug = parsed.GetValue(story) is { } named ? new StorySlug(named) : shelf.Now.Default ?? new StorySlug("");
        IReadOnlyList<CommunityId> holders = parsed.GetValue(community) is { } given
            ? [new CommunityId(given)]
            : await Holders.Of(store.Journal, slug, id, cancellation);
        if (holders.Count == 0)
        {
            around.Error.WriteLine($"Nobody has a fact '{id}' in the story '{slug}'.");
            return ExitCode.FoundWrong;
        }

        var changes = new Changes(store.Journal, keeper, shelf, around.Time);
        foreach (var holder in holders)
        {
            var request = new ChangeRequest
            {
                Community = holder,
                Story = slug,
                By = PersonKey.Maintainers,
                Command = new CommandId($"erase {id} {around.Time.GetUtcNow():O}"),
                Reason = "",
                Change = new Change.EraseFact(id),
            };
            if (await changes.Make(request, cancellation) is ChangeOutcome.Refused refused)
            {
                refused.Problems.ToList().ForEach(problem => around.Error.WriteLine(problem.Sentence));
                return ExitCode.FoundWrong;
            }

            around.Out.WriteLine($"What {holder} held of the fact '{id}' was erased.");
        }

        if (await store.CleanUp(cancellation) is { } left)
        {
            around.Error.WriteLine(left);
        }

        around.Out.WriteLine("Copies of the store that were taken before still hold it: delete them, or take new ones.");
        return ExitCode.Done;
    }
}
