using System.Runtime.InteropServices;
using Bot.Core.Conversation;
using Bot.Slack.Events;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>Does something beside everything else, and lets it come to its end when the service stops.</summary>
internal delegate void DoAfterwards(Func<CancellationToken, Task> work);

/// <summary>What comes over sockets, handed to what answers it over HTTP too. Taking something in waits for nothing; answering happens beside it.</summary>
internal sealed partial class SocketEvents(ISlackEvents events, DoAfterwards afterwards, NoteFault note, ILogger<SocketEvents> logger)
{
    /// <summary>So many may wait to be answered.</summary>
    private const int Room = 1_000;

    private readonly WaitingAnswers waiting = new(Room, fault => note(fault, "an answer over Slack's sockets"));
    private int dropped;

    /// <inheritdoc cref="TakeFrame"/>
    public void Take(SocketFrame frame, Action<Reaction> answered)
    {
        if (!waiting.Put(_ => Answer(frame, answered)))
        {
            Log.Dropped(logger, ++dropped);
            answered(new Reaction.NotTaken());
        }
    }

    /// <summary>Answers what was taken in, until <see cref="Close"/> was called and nothing is left.</summary>
    public Task Run(CancellationToken cancellation) => waiting.Run(cancellation);

    /// <summary>Nothing more will come.</summary>
    public void Close() => waiting.Close();

    private async Task Answer(SocketFrame frame, Action<Reaction> answered)
    {
        Handled? handled;
        try
        {
            handled = await Handle(frame);
        }
        catch
        {
            answered(new Reaction.NotTaken());
            throw;
        }

        if (handled is null)
        {
            answered(new Reaction.NotTaken());
            return;
        }

        answered(new Reaction.Taken(handled.Answer));
        if (handled.Then is { } then)
        {
            afterwards(then);
        }
    }

    /// <returns>Null where Slack is to tell it again.</returns>
    private async Task<Handled?> Handle(SocketFrame frame)
    {
        switch (frame.Type)
        {
            case FrameTypes.Command when SlackJson.ReadCommand(Raw(frame)) is { } command:
                return events.Command(command);
            case FrameTypes.Interaction when SlackJson.ReadInteraction(Raw(frame)) is { } interaction:
                return await events.Interaction(interaction);
            case FrameTypes.Event when SlackJson.ReadEvent(Raw(frame)) is { } happened:
                return await events.Happened(happened) ? new Handled() : null;
            default:
                Log.NotUnderstood(logger, frame.Type);
                return new Handled();
        }
    }

    private static ReadOnlySpan<byte> Raw(SocketFrame frame) =>
        frame.Payload.ValueKind == System.Text.Json.JsonValueKind.Object ? JsonMarshal.GetRawUtf8Value(frame.Payload) : "{}"u8;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Slack sent something of type {Type} that is not understood here; it is acknowledged.")]
        public static partial void NotUnderstood(ILogger logger, string type);

        [LoggerMessage(
            LogLevel.Warning,
            "More comes over Slack's sockets than can be answered, and is left for Slack to send again: the {Count}. since the start."
        )]
        public static partial void Dropped(ILogger logger, int count);
    }
}
