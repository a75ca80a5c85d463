using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Discord.Wire;

namespace Bot.Discord.Api;

/// <summary>The catalogue as Discord's commands: what has a word before it is a subcommand of that word.</summary>
internal static class CommandList
{
    /// <summary>What is said of a command that only holds others.</summary>
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["story"] = "the story's facts, by who, what and when",
    };

    public static IReadOnlyList<ApplicationCommand> All { get; } =
    [
        .. Catalogue
            .All.GroupBy(entry => entry.Path.Split(' ')[0], StringComparer.Ordinal)
            .Select(group =>
                group.First() is var only && only.Path == group.Key
                    ? new ApplicationCommand
                    {
                        Name = group.Key,
                        Description = only.Summary,
                        Options = Options(only),
                    }
                    : new ApplicationCommand
                    {
                        Name = group.Key,
                        Description = Groups[group.Key],
                        Options = [.. group.Select(Subcommand)],
                    }
            ),
    ];

    private static ApplicationCommandOption Subcommand(CommandEntry entry) =>
        new()
        {
            Type = InteractionOption.Subcommand,
            Name = entry.Path[(entry.Path.IndexOf(' ') + 1)..],
            Description = entry.Summary,
            Options = Options(entry),
        };

    private static List<ApplicationCommandOption>? Options(CommandEntry entry) =>
        entry.Options.Count == 0 ? null : [.. entry.Options.Select(Option)];

    private static ApplicationCommandOption Option(CommandOption option) =>
        new()
        {
            Type = ApplicationCommandOption.Text,
            Name = option.Name,
            Description = option.Description,
            Choices =
                option.Kind == OptionKind.FactKind
                    ? [.. Enum.GetValues<FactKind>().Select(Vocabulary.Word).Select(word => new Choice(word, word))]
                    : null,
            Autocomplete = option.Kind is OptionKind.Entity or OptionKind.Text ? true : null,
            MaxLength = option.Kind == OptionKind.FactKind ? null : Grammar.Longest,
        };
}
