using System.CommandLine;
using Bot.Core.Facts;
using Bot.Host.Settings;
using Bot.Host.Stories;

namespace Bot.Host.Cli;

/// <summary><c>--seeds</c> and <c>--knowledge</c>, for every verb that reads files.</summary>
internal sealed class FolderOptions(Surroundings around)
{
    public Option<string?> Seeds { get; } = new("--seeds") { Description = "The folder of source documents.", HelpName = "DIR" };

    public Option<string?> Knowledge { get; } = new("--knowledge") { Description = "The folder of reviewed facts.", HelpName = "DIR" };

    public void AddTo(Command verb)
    {
        verb.Add(Seeds);
        verb.Add(Knowledge);
    }

    /// <summary>The folders that were named, else those of the settings.</summary>
    /// <exception cref="StartupRefusedException">A setting is wrong.</exception>
    public StoryFiles Find(ParseResult parsed)
    {
        var settings = StoryServices.Files(VerbSettings.Read(around).Section<StoriesOptions>("Stories"), around.Paths);
        return settings with
        {
            Seeds = Path(parsed, Seeds) ?? settings.Seeds,
            Knowledge = Path(parsed, Knowledge) ?? settings.Knowledge,

            // The default of the settings is one of the settings' own stories.
            Default = Path(parsed, Seeds) is null && Path(parsed, Knowledge) is null ? settings.Default : (StorySlug?)null,
        };
    }

    public string? Path(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { Length: > 0 } path ? around.Paths.FromCommandLine(path) : null;
}
