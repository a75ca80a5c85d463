using System.Threading.Channels;
using Bot.Core.Conversation;
using Bot.Slack.Api;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>Asks Slack for a ticket: an address for one connection.</summary>
internal delegate Task<Outcome<SocketAnswer>> OpenSocket(CancellationToken cancellation);

/// <summary>Hands on something that came. Waits for nothing.</summary>
/// <param name="answered">Called once, from wherever.</param>
internal delegate void TakeFrame(SocketFrame frame, Action<Reaction> answered);

/// <summary>What became of something that came. Closed.</summary>
internal abstract record Reaction
{
    private Reaction() { }

    /// <param name="Answer">JSON; null where there is nothing to say but that it came.</param>
    public sealed record Taken(byte[]? Answer) : Reaction;

    /// <summary>It is not done, so that Slack is to bring it again.</summary>
    public sealed record NotTaken : Reaction;
}

/// <summary>Does what a <see cref="SocketSession"/> says, over sockets and by a clock.</summary>
internal sealed partial class SocketRunner(
    SocketSession session,
    OpenSocket ticket,
    ITextSockets sockets,
    TakeFrame take,
    SocketModeStatus status,
    TimeProvider time,
    NoteFault note,
    ILogger<SocketRunner> logger
)
{
    /// <summary>How long what came before the service stops may take to be acknowledged.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private static readonly Task Never = new TaskCompletionSource().Task;
    private readonly Channel<Func<IReadOnlyList<Act>>> happened = Channel.CreateUnbounded<Func<IReadOnlyList<Act>>>();
    private readonly Dictionary<int, (SocketLink Link, Task Talk)> links = [];
    private readonly long start = time.GetTimestamp();
    private Task more = Task.CompletedTask;
    private Task alarm = Never;
    private TimeSpan rings = TimeSpan.MaxValue;
    private string? gaveUp;

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <returns>The sentence with which it gave up.</returns>
    /// <exception cref="OperationCanceledException">It was told to stop, and said goodbye.</exception>
    public async Task<string> Run(CancellationToken stopping)
    {
        try
        {
            Do(session.Tick(Now), stopping);
            while (gaveUp is null)
            {
                Do(await Next(stopping), stopping);
            }

            return gaveUp;
        }
        finally
        {
            status.Set(live: false);
            using var grace = new CancellationTokenSource(Grace, time);
            await Finish(stopping, grace.Token);
        }
    }

    /// <summary>What came is acknowledged before goodbye is said.</summary>
    private async Task Finish(CancellationToken stopping, CancellationToken grace)
    {
        try
        {
            while (gaveUp is null && session.HasUnanswered)
            {
                Do(await Next(grace), stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // No longer than that.
        }

        foreach (var (link, _) in links.Values)
        {
            link.Close();
        }

        await Task.WhenAll(links.Values.Select(each => each.Talk));
    }

    private async Task<IReadOnlyList<Act>> Next(CancellationToken cancellation)
    {
        using var over = cancellation.Register(() => Happened(() => []));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (happened.Reader.TryRead(out var next))
            {
                return Guarded(next);
            }

            if (rings != session.Due)
            {
                rings = session.Due;
                alarm =
                    rings == Slot.NotYet
                        ? Never
                        : Task.Delay(Timers.Whole(rings > Now ? rings - Now : TimeSpan.Zero), time, CancellationToken.None);
            }

            more = more.IsCompleted ? More() : more;
            await Task.WhenAny(more, alarm);
            if (alarm.IsCompleted)
            {
                rings = TimeSpan.MinValue;
                return Guarded(() => session.Tick(Now));
            }
        }
    }

    /// <summary>Until something happened; it stays on the context of whoever waits.</summary>
    private async Task More() => await happened.Reader.WaitToReadAsync(CancellationToken.None);

    private void Do(IReadOnlyList<Act> acts, CancellationToken stopping)
    {
        foreach (var act in acts)
        {
            switch (act)
            {
                case Act.Open open:
                    var link = new SocketLink();
                    links[open.Link] = (link, Connect(open.Link, link, stopping));
                    break;
                case Act.Send send:
                    LinkOf(send.Link)?.Send(send.Text);
                    break;
                case Act.Close close:
                    LinkOf(close.Link)?.Close();
                    break;
                case Act.Deliver deliver:
                    take(deliver.Frame, reaction => Happened(() => session.Answer(deliver.Number, reaction, Now)));
                    break;
                case Act.Note noted:
                    Log.Noted(logger, noted.Sentence);
                    break;
                case Act.SwitchedOff off:
                    status.SwitchOff(off.Sentence);
                    Log.SwitchedOff(logger, off.Sentence);
                    break;
                case Act.GiveUp give:
                    gaveUp = give.Sentence;
                    return;
            }
        }

        foreach (var (over, _) in links.Where(each => each.Value.Talk.IsCompleted).ToList())
        {
            links.Remove(over);
        }

        status.Set(session.IsLive);
    }

    /// <summary>Null for one that ended before the session was told.</summary>
    private SocketLink? LinkOf(int id) => links.TryGetValue(id, out var known) ? known.Link : null;

    private async Task Connect(int id, SocketLink link, CancellationToken stopping)
    {
        try
        {
            var asked = await ticket(stopping);
            if (asked is Outcome<SocketAnswer>.NotDone { Why: var why })
            {
                Happened(() => session.NoTicket(id, why, Now));
                return;
            }

            if (Address(((Outcome<SocketAnswer>.Done)asked).Value.Url) is not { } address)
            {
                Happened(() => session.NoTicket(id, NoAddress, Now));
                return;
            }

            await using var socket = await sockets.Connect(address, stopping);
            Happened(() => session.Opened(id, Now));
            await link.Talk(socket, heard => Happened(() => session.Hear(id, heard, Now)), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
        catch (Exception fault)
        {
            note(fault, "a connection to Slack, which is made again");
            Happened(() => session.Hear(id, new Heard.Closed(null, "a fault of our own"), Now));
        }
    }

    private static readonly Failure NoAddress = new Failure.Unreachable(
        "Slack does not say where its sockets are: see whether `Slack:ApiBase` is Slack's."
    );

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == "wss" || (address.Scheme == "ws" && address.IsLoopback))
            ? address
            : null;

    private void Happened(Func<IReadOnlyList<Act>> what) => happened.Writer.TryWrite(what);

    /// <summary>A mistake of ours costs one step, not the service.</summary>
    private IReadOnlyList<Act> Guarded(Func<IReadOnlyList<Act>> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault)
        {
            note(fault, "a step of the conversation with Slack, which goes on");
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Slack's Socket Mode: {Sentence}.")]
        public static partial void Noted(ILogger logger, string sentence);

        [LoggerMessage(LogLevel.Error, "{Sentence}")]
        public static partial void SwitchedOff(ILogger logger, string sentence);
    }
}
