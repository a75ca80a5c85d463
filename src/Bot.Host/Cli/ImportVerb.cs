using System.CommandLine;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Knowledge.Exports;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>import FOLDER</c>: brings a community to what an export holds, change by change.</summary>
internal sealed class ImportVerb : Command
{
    private readonly Surroundings around;
    private readonly FolderOptions folders;
    private readonly Argument<string> folder = new("folder") { Description = "An export." };
    private readonly Option<string?> community = new("--community")
    {
        Description = "Who takes it over, such as discord:123; else the one that the export is of.",
        HelpName = "C",
    };
    private readonly Option<string> reason = new("--reason")
    {
        Description = "Why; it is shown to readers.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "Imported.",
    };

    public ImportVerb(Surroundings around)
        : base("import", "Bring a community to what an export holds. What it has beyond that stays.")
    {
        (this.around, folders) = (around, new FolderOptions(around));
        Add(folder);
        Add(community);
        Add(reason);
        folders.AddTo(this);
        SetAction((parsed, cancellation) => StoreVerb.Use(around, store => Import(parsed, store, cancellation)));
    }

    private async Task<int> Import(ParseResult parsed, Store store, CancellationToken cancellation)
    {
        var (shelf, keeper) = await LoadedStories.Of(store, folders.Find(parsed), around, cancellation);
        FactBook? BookOf(StorySlug slug) => shelf.Now.Story(slug.Value)?.Book;
        var today = DateOnly.FromDateTime(around.Time.GetUtcNow().UtcDateTime);
        var abbreviations =
            shelf.Now.Stories.Values.Select(story => story.Index.Lexicon.Abbreviations).FirstOrDefault() ?? new HashSet<string>();
        switch (ExportFolder.Read(around.Paths.FromCommandLine(parsed.GetValue(folder)!), BookOf, today, abbreviations))
        {
            case ExportResult.Read { Export: var wanted }:
                var whose = parsed.GetValue(community) is { } named ? new CommunityId(named) : wanted.Community;
                var has = shelf.Story(shelf.Now, whose, wanted.Story.Value) is { } now ? CommunityExport.Of(whose, now) : null;
                var steps = ImportPlan.From(has, wanted, wanted.Under is ExportedStory.Base ? BookOf(wanted.Story) : null);
                var changes = new Changes(store.Journal, keeper, shelf, around.Time);
                return await Make(steps, changes, whose, wanted.Story, parsed.GetValue(reason)!, cancellation);
            case ExportResult.Refused refused:
                refused.Problems.ToList().ForEach(problem => around.Error.WriteLine(problem));
                around.Error.WriteLine("Nothing was imported.");
                break;
        }

        return ExitCode.FoundWrong;
    }

    /// <summary>Each change is durable by itself. After one that is refused the import can be run again: what was done is not done twice.</summary>
    private async Task<int> Make(
        IReadOnlyList<ImportStep> steps,
        Changes changes,
        CommunityId whose,
        StorySlug story,
        string why,
        CancellationToken cancellation
    )
    {
        var started = $"{around.Time.GetUtcNow():O}";
        for (var i = 0; i < steps.Count; i++)
        {
            var request = new ChangeRequest
            {
                Community = whose,
                Story = story,
                By = PersonKey.Maintainers,
                Command = new CommandId($"import {started} {i}"),
                Reason = steps[i].Reason ?? why,
                Change = steps[i].Change,
            };
            if (await changes.Make(request, cancellation) is ChangeOutcome.Refused refused)
            {
                refused.Problems.ToList().ForEach(problem => around.Error.WriteLine(problem.Sentence));
                around.Error.WriteLine(
                    $"{i} of {steps.Count} changes were made before this one was refused. Run it again when that is settled."
                );
                return ExitCode.FoundWrong;
            }
        }

        around.Out.WriteLine(steps.Count == 0 ? $"{whose} has all of it already." : $"{steps.Count} changes were made in {whose}.");
        return ExitCode.Done;
    }
}
