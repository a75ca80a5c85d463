namespace Bot.Discord.Gateway;

/// <summary>What to do about a connection that was closed. Closed: one of three.</summary>
internal abstract record Verdict
{
    private Verdict() { }

    /// <summary>Connect again and go on where it ended.</summary>
    /// <param name="Pause">The least to wait before.</param>
    public sealed record Resume(TimeSpan Pause = default) : Verdict;

    /// <summary>Connect again; the session is over.</summary>
    public sealed record Anew : Verdict;

    /// <summary>Connecting again would end the same way.</summary>
    /// <param name="Sentence">What is wrong, and what to change.</param>
    public sealed record GiveUp(string Sentence) : Verdict;
}

/// <summary>The codes with which a connection is closed (<see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/>).</summary>
internal static class CloseCode
{
    /// <summary>Ours, where the session shall be resumed: 1000 and 1001 would end it.</summary>
    public const int ComingBack = 4000;

    /// <summary>Ours, where the service stops: the bot is shown as away at once.</summary>
    public const int Stopping = 1000;

    private static readonly TimeSpan AfterTooMany = TimeSpan.FromSeconds(10);

    /// <param name="code">Null where the connection was lost without one.</param>
    public static Verdict Judge(int? code) =>
        code switch
        {
            null or < 4000 => new Verdict.Resume(),
            4000 or 4001 or 4002 or 4005 => new Verdict.Resume(),
            4008 => new Verdict.Resume(AfterTooMany),
            4003 or 4006 or 4007 or 4009 => new Verdict.Anew(),
            4004 => new Verdict.GiveUp(
                "Discord does not take the bot's token (close code 4004): copy it anew from the Developer Portal, under Bot, into `Discord:BotToken`, and start again."
            ),
            4010 or 4011 => new Verdict.GiveUp(
                $"Discord wants the bot's servers spread over another number of connections (close code {code}): start again, the number is asked for at the start."
            ),
            4012 => new Verdict.GiveUp(
                "Discord has given up version 10 of its Gateway (close code 4012): a newer Dateline is needed. With a public address, `Discord:Mode=http` does without the Gateway."
            ),
            4013 => new Verdict.GiveUp(
                "Discord does not know the intents that were asked for (close code 4013): a newer Dateline is needed. With a public address, `Discord:Mode=http` does without them."
            ),
            4014 => new Verdict.GiveUp(
                "Discord does not allow this application the intents that were asked for (close code 4014): look in the Developer Portal, under Bot, at the application's intents. With a public address, `Discord:Mode=http` does without them."
            ),
            _ => new Verdict.Anew(),
        };
}
