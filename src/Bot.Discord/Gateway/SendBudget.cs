namespace Bot.Discord.Gateway;

/// <summary>
/// Discord cuts off who sends more than 120 messages within a minute over one connection (<see href="https://discord.com/developers/docs/events/gateway#rate-limiting"/>).
/// Some of them are kept for what must be sent.
/// </summary>
internal sealed class SendBudget
{
    public const int Most = 120;
    public const int Reserved = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<TimeSpan> sent = [];

    /// <param name="needed">May take of what is kept.</param>
    /// <returns>False where it must not be sent now.</returns>
    public bool Take(TimeSpan now, bool needed)
    {
        while (sent.TryPeek(out var oldest) && now - oldest > Window)
        {
            sent.Dequeue();
        }

        if (sent.Count >= (needed ? Most : Most - Reserved))
        {
            return false;
        }

        sent.Enqueue(now);
        return true;
    }
}
