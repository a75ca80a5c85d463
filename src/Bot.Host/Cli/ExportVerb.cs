using System.CommandLine;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Host.Stories;
using Bot.Knowledge.Exports;
using Bot.Storage;

namespace Bot.Host.Cli;

/// <summary><c>export FOLDER</c>: writes what a community made of a story as plain files, as docs/export.md describes them.</summary>
internal sealed class ExportVerb : Command
{
    private readonly Surroundings around;
    private readonly FolderOptions folders;
    private readonly Argument<string> folder = new("folder") { Description = "Where to write; a new folder or an earlier export." };
    private readonly Option<string> community = new("--community")
    {
        Description = "Whose it is, such as discord:123.",
        HelpName = "C",
        DefaultValueFactory = _ => CommunityId.Local.Value,
    };
    private readonly Option<string?> story = new("--story")
    {
        Description = "The story, by slug; else the one it follows.",
        HelpName = "S",
    };

    public ExportVerb(Surroundings around)
        : base("export", "Write what a community made of a story as plain files, and as a patch to the files of its base.")
    {
        (this.around, folders) = (around, new FolderOptions(around));
        Add(folder);
        Add(community);
        Add(story);
        folders.AddTo(this);
        SetAction((parsed, cancellation) => StoreVerb.Use(around, store => Export(parsed, store, cancellation)));
    }

    private async Task<int> Export(ParseResult parsed, Store store, CancellationToken cancellation)
    {
        var files = folders.Find(parsed);
        var (shelf, _) = await LoadedStories.Of(store, files, around, cancellation);
        var whose = new CommunityId(parsed.GetValue(community)!);
        if (shelf.Story(shelf.Now, whose, parsed.GetValue(story)) is not { } now)
        {
            around.Error.WriteLine($"{whose} has no story '{parsed.GetValue(story)}'.");
            return ExitCode.FoundWrong;
        }

        var export = CommunityExport.Of(whose, now);
        return Patch(export, now, files) is not { } patch
            ? ExitCode.FoundWrong
            : Write(around.Paths.FromCommandLine(parsed.GetValue(folder)!), export, patch);
    }

    /// <summary>Null after saying what is wrong; empty for a story of which only documents are there.</summary>
    private string? Patch(CommunityExport export, StorySnapshot story, StoryFiles files)
    {
        switch (KnowledgePatch.Of(export, story, files.Knowledge))
        {
            case PatchResult.Written written:
                return written.Text;
            case PatchResult.Refused refused:
                refused.Problems.ToList().ForEach(problem => around.Error.WriteLine(problem));
                break;
        }

        return null;
    }

    private int Write(string target, CommunityExport export, string patch)
    {
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !ExportFolder.IsOne(target))
        {
            around.Error.WriteLine($"The folder '{target}' holds something else than an export: name a new one.");
            return ExitCode.FoundWrong;
        }

        try
        {
            var written = ExportFolder.Write(export, patch);
            ExportFolder.Put(written, target);
            around.Out.WriteLine(
                $"Wrote {written.Count} files to {target}: {export.Facts.Count} facts, {export.Held.Count} held, {export.Withdrawn.Count} withdrawn."
            );
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"The export cannot be written: {failure.Message}");
            return ExitCode.FoundWrong;
        }
    }
}
