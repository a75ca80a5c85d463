using System.CommandLine;
using Bot.Core.Facts;
using Bot.Knowledge;

namespace Bot.Host.Cli;

/// <summary><c>new-story</c>: writes a small valid story to start from.</summary>
internal sealed class NewStoryVerb : Command
{
    private readonly Surroundings around;
    private readonly FolderOptions folders;
    private readonly Argument<string> slug = new("slug") { Description = "The story's name: lower-case letters, digits, hyphens." };

    public NewStoryVerb(Surroundings around)
        : base("new-story", "Write a small valid story to start from.")
    {
        (this.around, folders) = (around, new FolderOptions(around));
        Add(slug);
        folders.AddTo(this);
        SetAction(Write);
    }

    private int Write(ParseResult parsed)
    {
        var name = parsed.GetValue(slug)!;
        try
        {
            var files = folders.Find(parsed);
            switch (Scaffold.Write(name, files.Seeds, files.Knowledge, DateOnly.FromDateTime(around.Time.GetLocalNow().Date)))
            {
                case ScaffoldResult.Written written:
                    around.Out.WriteLine($"Wrote {written.Files.Count} files:");
                    foreach (var file in written.Files)
                    {
                        around.Out.WriteLine($"  {Path.GetRelativePath(around.Paths.WorkingFolder, file)}");
                    }

                    return ExitCode.Done;
                case ScaffoldResult.Refused refused:
                    around.Error.WriteLine(refused.Sentence);
                    break;
            }
        }
        catch (StartupRefusedException refused)
        {
            around.Error.WriteLine(refused.Message);
        }

        return StorySlug.TryParse(name) is null ? ExitCode.BadUsage : ExitCode.FoundWrong;
    }
}
