using Bot.Core.Communities;
using Bot.Slack.Api;
using Bot.Wire;

namespace Bot.Slack.SocketMode;

/// <summary>
/// The app's conversation with Slack over sockets (<see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>) as a state machine: what comes in and the time go
/// in, what to do comes out. It knows no socket and no clock. Two connections, begun apart, so that one is there while the other is replaced; and one that is to be
/// replaced goes on until the next one is there. Times are since any fixed moment.
/// </summary>
/// <param name="app">Whose sockets they must be; null where that is not known.</param>
internal sealed class SocketSession(string? app, Randomness random)
{
    private const int Slots = 2;

    /// <summary>So that Slack does not want both replaced at once.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterTooMany = TimeSpan.FromSeconds(30);

    private readonly Slot[] slots =
    [
        .. Enumerable
            .Range(0, Slots)
            .Select(index => new Slot(
                new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random),
                index == 0 ? TimeSpan.Zero : Slot.NotYet
            )),
    ];

    /// <summary>Those that are to go, and when.</summary>
    private readonly Dictionary<int, TimeSpan> leaving = [];
    private readonly Inbox inbox = new();
    private List<Act> acts = [];
    private int lastLink;
    private bool off;

    /// <summary>When <see cref="Tick"/> is to be called next.</summary>
    public TimeSpan Due => slots.Select(slot => slot.Due).Concat(leaving.Values).Min();

    /// <summary>Whether something comes.</summary>
    public bool IsLive => slots.Any(slot => slot.IsLive);

    /// <summary>Whether something that came is not acknowledged yet.</summary>
    public bool HasUnanswered => inbox.HasUnanswered;

    /// <summary>The time is <see cref="Due"/>, or it begins.</summary>
    public IReadOnlyList<Act> Tick(TimeSpan now) => Acting(now, () => { });

    /// <summary>There is no ticket.</summary>
    public IReadOnlyList<Act> NoTicket(int link, Failure why, TimeSpan now) =>
        Acting(
            now,
            () =>
            {
                if (why is Failure.Refused { Code: var code } && ErrorTable.Class(code) is ErrorClass.TokenDead or ErrorClass.Setup)
                {
                    acts.Add(new Act.GiveUp(why.Sentence));
                }
                else
                {
                    Lose(link, why.Sentence, now);
                }
            }
        );

    /// <summary>A connection was made, or was tried.</summary>
    public IReadOnlyList<Act> Opened(int link, TimeSpan now) => Acting(now, () => SlotOf(link)?.Opened(now));

    public IReadOnlyList<Act> Hear(int link, Heard heard, TimeSpan now) =>
        Acting(
            now,
            () =>
            {
                switch (heard)
                {
                    case Heard.Message message when SocketFrame.Read(message.Text.Span) is { } frame:
                        Hear(link, frame, now);
                        break;
                    case Heard.Message message:
                        Note($"a message of {message.Text.Length} bytes that is no JSON of Slack's");
                        break;
                    case Heard.Closed closed:
                        Lose(link, $"closed: {closed.Why}", now);
                        break;
                }
            }
        );

    /// <summary>Something that was delivered is answered, or was not taken: then it is as if it had not come.</summary>
    public IReadOnlyList<Act> Answer(int number, Reaction reaction, TimeSpan now) =>
        Acting(
            now,
            () =>
            {
                if (reaction is Reaction.Taken taken)
                {
                    acts.AddRange(inbox.Answer(number, taken.Answer, IsOpen, now));
                }
                else
                {
                    inbox.Forget(number);
                }
            }
        );

    private void Hear(int link, SocketFrame frame, TimeSpan now)
    {
        switch (frame)
        {
            case { Type: FrameTypes.Hello }:
                Greet(link, frame, now);
                break;
            case { Type: FrameTypes.Disconnect }:
                Part(link, frame.Reason, now);
                break;
            case { EnvelopeId: { } id } when frame.Type is FrameTypes.Command or FrameTypes.Event or FrameTypes.Interaction && IsOpen(link):
                acts.AddRange(inbox.Take(link, frame, now));
                break;
            case { EnvelopeId: { } id } when IsOpen(link):
                acts.Add(new Act.Send(link, Ack.Of(id, null)));
                break;
        }
    }

    private void Greet(int link, SocketFrame frame, TimeSpan now)
    {
        if (app is not null && frame.ConnectionInfo?.AppId is { } other && other != app)
        {
            acts.Add(
                new Act.GiveUp(
                    $"`Slack:AppToken` is of the app {other}, and the rest of the settings are of {app}: copy all of them from the same app's page."
                )
            );
            return;
        }

        off = false;
        SlotOf(link)?.Greeted(now, frame.DebugInfo);
        foreach (var later in slots.Where(slot => slot.Due == Slot.NotYet && slot.IsWaiting))
        {
            later.OpenAt(now + Apart);
        }
    }

    /// <summary>Slack says farewell to a connection.</summary>
    private void Part(int link, string? reason, TimeSpan now)
    {
        switch (reason)
        {
            case FarewellReasons.Off:
                SwitchOff(now);
                break;
            case FarewellReasons.TooMany when SlotOf(link) is { } slot:
                Close(link);
                slot.OpenAt(now + (AfterTooMany * (1 + random.Fraction())));
                Note("Slack says that the app has more than ten connections: other services with the same token have to stop");
                break;
            default:
                Replace(link, now);
                break;
        }
    }

    /// <summary>The next one is opened before this one goes.</summary>
    private void Replace(int link, TimeSpan now)
    {
        if (SlotOf(link) is { } slot)
        {
            leaving[link] = now + Draining;
            slot.OpenAt(now);
        }
    }

    private void SwitchOff(TimeSpan now)
    {
        foreach (var link in slots.Select(slot => slot.Link).OfType<int>().Concat(leaving.Keys).ToList())
        {
            Close(link);
        }

        off = true;
        leaving.Clear();
        foreach (var (index, slot) in slots.Index())
        {
            slot.OpenAt(index == 0 ? now + ProbeEvery : Slot.NotYet);
        }

        acts.Add(
            new Act.SwitchedOff(
                "Socket Mode is switched off for this app, so that Slack sends nothing here: switch it on on the app's page, under Socket Mode, or set `Slack:Mode=http`. It is looked for every five minutes."
            )
        );
    }

    private void Lose(int link, string why, TimeSpan now)
    {
        if (SlotOf(link) is { } slot)
        {
            slot.Lost(now);
            if (off)
            {
                slot.OpenAt(now + ProbeEvery);
            }

            Note($"a connection ended ({why}); it is made again after {(slot.Due - now).TotalSeconds:0.0} s");
        }

        leaving.Remove(link);
        inbox.Gone(link);
    }

    /// <summary>What follows of itself, after whatever happened.</summary>
    private List<Act> Acting(TimeSpan now, Action happen)
    {
        acts = [];
        happen();
        foreach (var slot in slots.Where(slot => slot.Due <= now))
        {
            Look(slot, now);
        }

        foreach (var (link, _) in leaving.Where(each => each.Value <= now).ToList())
        {
            // Where nothing else is there it goes on, until Slack closes it.
            if (IsLive && inbox.Waiting(link) == 0)
            {
                leaving.Remove(link);
                Close(link);
            }
            else
            {
                leaving[link] = now + TimeSpan.FromSeconds(1);
            }
        }

        return acts;
    }

    private void Look(Slot slot, TimeSpan now)
    {
        if (slot.Link is not { } link)
        {
            slot.Begin(++lastLink);
            acts.Add(new Act.Open(lastLink));
        }
        else if (slot.IsLive)
        {
            Replace(link, now);
            Look(slot, now);
        }
        else
        {
            Close(link);
            Lose(link, "no hello came", now);
        }
    }

    private void Close(int link)
    {
        acts.Add(new Act.Close(link));
        inbox.Gone(link);
    }

    private Slot? SlotOf(int link) => Array.Find(slots, slot => slot.Link == link);

    private bool IsOpen(int link) => SlotOf(link) is not null || leaving.ContainsKey(link);

    private void Note(string sentence) => acts.Add(new Act.Note(sentence));
}
