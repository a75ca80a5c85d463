using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Slack.Wire;

namespace Bot.Slack.Asking;

/// <summary>Who asks, and where.</summary>
/// <param name="Channel">Null where it is no channel: a window, or the home page.</param>
internal sealed record Asker(CommunityId Community, UserId User, PlaceId? Channel)
{
    public static Asker Of(SlashCommand command) =>
        new(SlackCommunity.Of(command.TeamId), new UserId(command.UserId), new PlaceId(command.ChannelId));

    public static Asker Of(Interaction interaction) =>
        new(
            SlackCommunity.Of(interaction.Team?.Id ?? interaction.User.TeamId),
            new UserId(interaction.User.Id),
            (interaction.Channel?.Id ?? interaction.Container?.ChannelId) is { } channel ? new PlaceId(channel) : null
        );
}
