namespace Bot.Testing.Slack.Telling;

/// <summary>How an app is told: by requests, or over its connections.</summary>
internal interface ISlackWay
{
    /// <param name="patience">Cancelled when it takes too long.</param>
    Task<SlackAck> Tell(SlackTold told, SlackDelivery delivery, CancellationToken patience);
}
