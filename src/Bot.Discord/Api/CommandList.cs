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

    /// <summary>As they are registered for every guild and person.</summary>
    public static IReadOnlyList<ApplicationCommand> All { get; } =
    [
        .. Catalogue.All.GroupBy(entry => entry.Path.Split(' ')[0], StringComparer.Ordinal).Select(Slash),
        .. Catalogue.Menu.Select(entry =>
            new ApplicationCommand { Type = ApplicationCommand.Message, Name = entry.Name }.For(entry.Command)
        ),
    ];

    /// <summary>As they are registered in one guild: where a command is offered is then settled.</summary>
    public static IReadOnlyList<ApplicationCommand> InGuild { get; } =
    [.. All.Select(command => command with { Contexts = null, IntegrationTypes = null })];

    private static ApplicationCommand Slash(IGrouping<string, CommandEntry> group) =>
        group.First() is var first && first.Path == group.Key
            ? new ApplicationCommand
            {
                Name = group.Key,
                Description = first.Summary,
                Options = Options(first),
            }.For(first)
            : new ApplicationCommand
            {
                Name = group.Key,
                Description = Groups[group.Key],
                Options = [.. group.Select(Subcommand)],
            }.For(first);

    private static ApplicationCommand For(this ApplicationCommand command, CommandEntry entry) =>
        command with
        {
            DefaultMemberPermissions = entry.Who == Audience.Admins ? Permissions.ManageGuild.ToString() : null,
            Contexts = entry.Where == Reach.Communities ? [0] : [0, 1, 2],
            IntegrationTypes = entry.Where == Reach.Communities ? [0] : [0, 1],
        };

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
