using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Discord.Wire;

namespace Bot.Discord.Api;

/// <summary>The catalogue as Discord's commands: what has a word before it is a subcommand of that word.</summary>
internal static class CommandList
{
    /// <summary>As they are registered for every guild and person.</summary>
    public static IReadOnlyList<ApplicationCommand> All { get; } =
    [
        .. Catalogue.All.GroupBy(entry => entry.Path.Split(' ')[0], StringComparer.Ordinal).Select(Slash),
        .. Catalogue.Menu.Select(entry =>
            new ApplicationCommand
            {
                Type = ApplicationCommand.Message,
                Name = entry.Name,
                NameLocalizations = InOthers(entry.Name, words => words.Menu(entry)),
            }.For(entry.Command)
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
                DescriptionLocalizations = InOthers(first.Summary, words => words.Summary(first)),
                Options = Options(first),
            }.For(first)
            : new ApplicationCommand
            {
                Name = group.Key,
                Description = Catalogue.Groups[group.Key],
                DescriptionLocalizations = InOthers(Catalogue.Groups[group.Key], words => words.Group(group.Key)),
                Options = [.. group.Select(Subcommand)],
            }.For(first);

    private static ApplicationCommand For(this ApplicationCommand command, CommandEntry entry) =>
        command with
        {
            DefaultMemberPermissions = entry.Who switch
            {
                Audience.Admins => Permissions.ManageGuild.ToString(),
                Audience.Moderators => Permissions.ManageMessages.ToString(),
                _ => null,
            },
            Contexts = entry.Where == Reach.Communities ? [0] : [0, 1, 2],
            IntegrationTypes = entry.Where == Reach.Communities ? [0] : [0, 1],
        };

    private static ApplicationCommandOption Subcommand(CommandEntry entry) =>
        new()
        {
            Type = InteractionOption.Subcommand,
            Name = entry.Path[(entry.Path.IndexOf(' ') + 1)..],
            Description = entry.Summary,
            DescriptionLocalizations = InOthers(entry.Summary, words => words.Summary(entry)),
            Options = Options(entry),
        };

    private static List<ApplicationCommandOption>? Options(CommandEntry entry) =>
        entry.Options.Count == 0 ? null : [.. entry.Options.Select(option => Option(entry, option))];

    private static ApplicationCommandOption Option(CommandEntry entry, CommandOption option) =>
        new()
        {
            Type = ApplicationCommandOption.Text,
            Name = option.Name,
            Description = option.Description,
            DescriptionLocalizations = InOthers(option.Description, words => words.Description(entry, option)),
            Choices =
                option.Kind == OptionKind.FactKind ? [.. Enum.GetValues<FactKind>().Select(Kind)]
                : option.OnlyOffered ? [.. option.Offered.Select(offered => new Choice(offered.Meaning ?? offered.Word, offered.Word))]
                : null,
            Autocomplete = IsCompleted(option) ? true : null,
            MaxLength = option.Kind == OptionKind.FactKind || option.OnlyOffered ? null : Grammar.Longest,
        };

    private static bool IsCompleted(CommandOption option) =>
        option.Kind is OptionKind.Entity or OptionKind.Text or OptionKind.Zone or OptionKind.Fact or OptionKind.Item
        || (option.Offered.Count > 1 && !option.OnlyOffered);

    private static Choice Kind(FactKind kind) =>
        new(Vocabulary.Word(kind), Vocabulary.Word(kind))
        {
            NameLocalizations = InOthers(Vocabulary.Word(kind), words => words.Kind(kind)),
        };

    /// <summary>Where a language says the same as English, nothing is said: Discord does not keep it.</summary>
    private static Dictionary<string, string>? InOthers(string english, Func<CatalogueWords, string> say)
    {
        var others = CatalogueWords
            .Others.Where(words => say(words) != english)
            .ToDictionary(words => words.Language, say, StringComparer.Ordinal);
        return others.Count == 0 ? null : others;
    }
}
