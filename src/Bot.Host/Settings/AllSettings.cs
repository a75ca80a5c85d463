using Bot.Host.Corrections;
using Bot.Host.Digests;
using Bot.Host.Discord;
using Bot.Host.Limits;
using Bot.Host.Listeners;
using Bot.Host.Operating;
using Bot.Host.Slack;
using Bot.Host.Stores;
using Bot.Host.Stories;

namespace Bot.Host.Settings;

/// <summary>Every section that is ours, checked together, so that all mistakes are told at once.</summary>
internal static class AllSettings
{
    private static readonly SettingsSection[] Sections =
    [
        new SettingsSection<StoriesOptions>("Stories"),
        new SettingsSection<StoreOptions>("Store"),
        new SettingsSection<DiscordOptions>("Discord"),
        new SettingsSection<ModerationOptions>("Moderation"),
        new SettingsSection<SlackOptions>("Slack"),
        new SettingsSection<LimitsOptions>("Limits"),
        new SettingsSection<DigestOptions>("Digests"),
        new SettingsSection<OperatorOptions>("Operator"),
        new SettingsSection<PrivateOptions>("Private"),
        new SettingsSection<PublicOptions>("Public"),
    ];

    /// <summary>Every key, as <c>Section:Key</c>, with its default: what the table of settings must list.</summary>
    public static IEnumerable<(string Key, object? Default)> Defaults => Sections.SelectMany(section => section.Defaults);

    public static IReadOnlyList<string> Problems(IConfiguration configuration) =>
        [.. Sections.SelectMany(section => section.Problems(configuration))];

    public static void AddSettings(this WebApplicationBuilder builder)
    {
        List<string> problems = [.. Problems(builder.Configuration)];
        if (problems.Count == 0)
        {
            problems.AddRange(ListenerRules.Problems(builder.Configuration));
            problems.AddRange(OperatorServices.Problems(builder.Configuration));
        }

        if (problems.Count > 0)
        {
            throw new StartupRefusedException(problems);
        }

        foreach (var section in Sections)
        {
            section.Register(builder.Services);
        }
    }
}
