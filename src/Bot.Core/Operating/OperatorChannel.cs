using Bot.Core.Communities;
using Bot.Core.Delivery;

namespace Bot.Core.Operating;

/// <summary>Where whoever runs the service is told what needs a person.</summary>
public sealed record OperatorChannel(CommunityId Community, PlaceId Place)
{
    /// <summary><c>discord:GUILD/CHANNEL</c> or <c>slack:TEAM/CHANNEL</c>; null for what is neither.</summary>
    public static OperatorChannel? TryParse(string text) =>
        text.Split('/', StringSplitOptions.TrimEntries) is [var community, { Length: > 0 } place]
        && community.Split(':') is ["discord" or "slack", { Length: > 0 } id]
        && (id + place).All(char.IsAsciiLetterOrDigit)
            ? new OperatorChannel(new CommunityId(community), new PlaceId(place))
            : null;
}
