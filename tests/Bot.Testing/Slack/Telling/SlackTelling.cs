namespace Bot.Testing.Slack.Telling;

/// <summary>Brings what happens to the app: once, and events up to three times more.</summary>
internal sealed class SlackTelling(StandInSlack slack)
{
    /// <summary>How long after a delivery that failed: at once, a minute, five.</summary>
    private static readonly TimeSpan[] Again = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SlackAnswers answers = new(slack);

    public SlackTold Tell(SlackTold told)
    {
        slack.Locked(() =>
        {
            slack.World.Told.Add(told);
            return 0;
        });
        _ = Deliver(told, new CancellationTokenSource(Patience, slack.Time));
        return told;
    }

    private async Task Deliver(SlackTold told, CancellationTokenSource patience)
    {
        // Who makes something happen goes on, and is not held up by the app.
        await Task.Yield();
        ISlackWay way = slack.App.IsSocketMode ? slack.Sockets : slack.Requests;
        SlackAck ack = new SlackAck.Failed("");
        for (var attempt = 0; attempt <= (told.IsEvent ? Again.Length : 0); attempt++)
        {
            if (attempt > 0)
            {
                patience.Dispose();
                await Task.Delay(Again[attempt - 1], slack.Time);
                patience = new CancellationTokenSource(Patience, slack.Time);
            }

            var delivery = new SlackDelivery(slack.Time.GetUtcNow(), attempt, (ack as SlackAck.Failed)?.Reason ?? "");
            slack.Locked(() =>
            {
                told.Add(delivery);
                return 0;
            });
            ack = await way.Tell(told, delivery, patience.Token);
            if (ack is not SlackAck.Failed { IsFinal: false })
            {
                break;
            }
        }

        patience.Dispose();
        slack.Locked(() =>
        {
            if (ack is SlackAck.Taken taken)
            {
                answers.Take(told, taken);
            }

            told.Finish(ack);
            return 0;
        });
    }
}
