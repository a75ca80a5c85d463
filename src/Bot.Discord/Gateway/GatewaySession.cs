using System.Globalization;
using System.Text.Json;
using Bot.Core.Communities;
using Bot.Wire;

namespace Bot.Discord.Gateway;

/// <summary>
/// One shard's conversation with the Gateway (<see href="https://discord.com/developers/docs/events/gateway"/>) as a state machine: what comes in and the time go in, what to do comes out. It knows no socket and no clock.
/// Times are since any fixed moment.
/// </summary>
internal sealed class GatewaySession(GatewayLogin login, Uri address, Randomness random)
{
    private static readonly TimeSpan HelloDeadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(10);

    private readonly Comeback comeback = new(Full(address), random);
    private List<Act> acts = [];
    private Link link = new(TimeSpan.Zero);
    private Resumable? resumable;
    private long? sequence;

    /// <summary>When <see cref="Tick"/> is to be called next.</summary>
    public TimeSpan Due => link.Due;

    /// <summary>Whether events come.</summary>
    public bool IsReady => link.ReadySince is not null;

    public Act.Reconnect Start() => new(comeback.Address, TimeSpan.Zero, "starting");

    /// <summary>A connection was made, or was tried.</summary>
    public void Open(TimeSpan now) => link = new Link(now + HelloDeadline);

    public IReadOnlyList<Act> Hear(Heard heard, TimeSpan now)
    {
        acts = [];
        switch (heard)
        {
            case Heard.Message message when GatewayFrame.Read(message.Text.Span) is { } frame:
                Hear(frame, now);
                break;
            case Heard.Message message:
                Note($"a message of {message.Text.Length} bytes that is no JSON of the Gateway's");
                break;
            case Heard.Closed closed:
                var code = closed.Code is { } number ? string.Create(CultureInfo.InvariantCulture, $" with {number}") : "";
                Leave(CloseCode.Judge(closed.Code), $"closed{code}: {closed.Why}", now);
                break;
        }

        return acts;
    }

    /// <summary>Identifying was asked for, and is allowed now.</summary>
    public IReadOnlyList<Act> Permit(TimeSpan now)
    {
        acts = [];
        var text = Outgoing.Identify(login);
        if (text.Length > Outgoing.Longest)
        {
            acts.Add(
                new Act.GiveUp(
                    $"`Discord:BotToken` has {login.Token.Length} characters, which no token has: copy it anew from the Developer Portal, under Bot."
                )
            );
        }
        else
        {
            Send(text, now, needed: true);
        }

        return acts;
    }

    /// <summary>The time is <see cref="Due"/>.</summary>
    public IReadOnlyList<Act> Tick(TimeSpan now)
    {
        acts = [];
        if (link.Interval is not { } interval)
        {
            Leave(new Verdict.Resume(), "no hello came", now);
        }
        else if (!link.Answered)
        {
            Leave(new Verdict.Resume(), "a heartbeat was not answered", now);
        }
        else
        {
            Send(Outgoing.Heartbeat(sequence), now, needed: true);
            link.Answered = false;
            link.Due = now + interval;
        }

        return acts;
    }

    private void Hear(GatewayFrame frame, TimeSpan now)
    {
        switch (frame.Op)
        {
            case Ops.Dispatch:
                Take(frame, now);
                break;
            case Ops.Heartbeat:
                Send(Outgoing.Heartbeat(sequence), now, needed: false);
                break;
            case Ops.HeartbeatAck:
                link.Answered = true;
                break;
            case Ops.Hello when link.Interval is null:
                Greet(frame.Data(GatewayJson.Default.Hello), now);
                break;
            case Ops.Reconnect:
                Leave(new Verdict.Resume(), "Discord asked to connect again", now);
                break;
            case Ops.InvalidSession when frame.D.ValueKind == JsonValueKind.True:
                Leave(new Verdict.Resume(), "Discord asked to resume", now);
                break;
            case Ops.InvalidSession:
                Leave(new Verdict.Anew(), "the session is over", now, TimeSpan.FromSeconds(1 + (4 * random.Fraction())));
                break;
        }
    }

    private void Greet(Hello? hello, TimeSpan now)
    {
        var interval = TimeSpan.FromMilliseconds(Math.Clamp(hello?.HeartbeatInterval ?? 0, 0, LongestInterval.TotalMilliseconds * 2));
        if (interval < ShortestInterval || interval > LongestInterval)
        {
            Leave(new Verdict.Resume(), "a hello without a usable heartbeat interval came", now);
            return;
        }

        link.Interval = interval;
        link.Due = now + (interval * random.Fraction());
        if (comeback.Greeted(resumable?.Address))
        {
            Leave(new Verdict.Resume(), "the session's own address is tried once more", now);
        }
        else if (
            resumable is { } session
            && session.Address == comeback.Address
            && sequence is { } last
            && Outgoing.Resume(login, session.Id, last) is { Length: <= Outgoing.Longest } text
        )
        {
            Send(text, now, needed: true);
        }
        else
        {
            Forget();
            acts.Add(new Act.AskToIdentify());
        }
    }

    private void Take(GatewayFrame frame, TimeSpan now)
    {
        sequence = frame.S is { } number && !(number < sequence) ? number : sequence;
        if (frame.T == Events.Ready)
        {
            if (frame.Data(GatewayJson.Default.ReadyEvent) is not { } ready || Own(ready) is not { } own)
            {
                Leave(new Verdict.Anew(), "a READY without a session that can be resumed came", now);
                return;
            }

            resumable = new Resumable(ready.SessionId, own);
        }

        if (frame.T is Events.Ready or Events.Resumed)
        {
            link.ReadySince ??= now;
            comeback.Ready();
        }

        if (frame.T is { } name)
        {
            acts.Add(new Act.Deliver(name, frame.D));
        }
    }

    private void Leave(Verdict verdict, string why, TimeSpan now, TimeSpan least = default)
    {
        var held = now - link.ReadySince;
        link.ReadySince = null;
        switch (verdict)
        {
            case Verdict.GiveUp give:
                acts.Add(new Act.GiveUp(give.Sentence));
                return;
            case Verdict.Anew:
                Forget();
                break;
            case Verdict.Resume resume:
                least = resume.Pause;
                break;
        }

        var after = comeback.Lost(link.Interval is not null, held, resumable?.Address);
        acts.Add(new Act.Reconnect(comeback.Address, after > least ? after : least, why));
    }

    private void Forget()
    {
        (resumable, sequence) = (null, null);
        comeback.Forget();
    }

    private void Send(byte[] text, TimeSpan now, bool needed)
    {
        if (link.Budget.Take(now, needed))
        {
            acts.Add(new Act.Send(text));
        }
        else
        {
            Note("a heartbeat too many was asked for, and was not sent");
        }
    }

    private void Note(string sentence) => acts.Add(new Act.Note(sentence));

    /// <summary>The session's own address; null for one that is less safe than the first.</summary>
    private Uri? Own(ReadyEvent ready) =>
        Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var own) && own.Scheme == comeback.Address.Scheme ? Full(own) : null;

    private static Uri Full(Uri gateway) => new UriBuilder(gateway) { Query = "v=10&encoding=json" }.Uri;

    private sealed record Resumable(string Id, Uri Address);

    /// <summary>What holds for one connection.</summary>
    private sealed class Link(TimeSpan due)
    {
        public SendBudget Budget { get; } = new();
        public TimeSpan Due { get; set; } = due;

        /// <summary>Null before the hello.</summary>
        public TimeSpan? Interval { get; set; }

        /// <summary>Whether the last heartbeat of the schedule was.</summary>
        public bool Answered { get; set; } = true;
        public TimeSpan? ReadySince { get; set; }
    }
}
