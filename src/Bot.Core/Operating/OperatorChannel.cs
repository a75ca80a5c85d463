using Bot.Core.Communities;
using Bot.Core.Delivery;

namespace Bot.Core.Operating;

/// <summary>Where whoever runs the service is told what needs a person.</summary>
public sealed record OperatorChannel(CommunityId Community, PlaceId Place);
