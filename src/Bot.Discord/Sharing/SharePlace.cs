using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Discord.Wire;

namespace Bot.Discord.Sharing;

/// <summary>Whether something can be shared where an interaction was made, so that it can be corrected later.</summary>
internal static class SharePlace
{
    private static readonly (Permissions Needed, string Name)[] Anywhere =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.EmbedLinks, "Embed Links"),
    ];

    /// <summary>Whether the button is shown: where others read along, the community allows it, and whoever asks may write there: nobody speaks through the bot where they may not themselves.</summary>
    public static bool IsOffered(Interaction interaction, CommunitySettings settings) =>
        interaction is { GuildId: not null, ChannelId: { } channel }
        && settings.MayShareIn(new PlaceId($"{channel}"))
        && MayWrite(interaction);

    /// <summary>What is in the way, as a sentence; null where nothing is.</summary>
    public static string? Obstacle(Interaction interaction, CommunitySettings settings) =>
        interaction is not { GuildId: not null, ChannelId: { } channel } ? ShareText.NotInServer
        : interaction.Installed is null ? ShareText.NotInstalled
        : !settings.MayShareIn(new PlaceId($"{channel}")) ? ShareText.SwitchedOff
        : !MayWrite(interaction) ? ShareText.MayNotWrite
        : Missing(interaction) is { Count: > 0 } missing ? ShareText.NotAllowed(missing)
        : null;

    private static bool MayWrite(Interaction interaction) =>
        Permissions.Of(interaction.Member?.Permissions).Has(ToWrite(interaction).Needed);

    private static List<string> Missing(Interaction interaction)
    {
        var allowed = Permissions.Of(interaction.AppPermissions);
        return [.. Anywhere.Append(ToWrite(interaction)).Where(each => !allowed.Has(each.Needed)).Select(each => each.Name)];
    }

    private static (Permissions Needed, string Name) ToWrite(Interaction interaction) =>
        interaction.Channel?.IsThread == true
            ? (Permissions.SendMessagesInThreads, "Send Messages in Threads")
            : (Permissions.SendMessages, "Send Messages");
}
