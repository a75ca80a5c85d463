using System.Text;
using System.Threading.Channels;
using Bot.Wire;

namespace Bot.Testing.Sockets;

/// <summary>Connections to a stand-in in the same process. While it is away they hang, and new ones are not made.</summary>
public sealed class ScriptedSockets(IStandInSockets standIn) : ITextSockets
{
    public ValueTask<ITextSocket> Connect(Uri address, CancellationToken cancellation) =>
        ValueTask.FromResult<ITextSocket>(new Socket(standIn, address));

    private sealed class Socket : ITextSocket, IStandInPeer
    {
        private readonly Channel<Heard> incoming = Channel.CreateUnbounded<Heard>();
        private readonly IStandInSockets standIn;
        private readonly IStandInLine? connection;
        private Heard? end;

        public Socket(IStandInSockets standIn, Uri address)
        {
            this.standIn = standIn;
            connection = standIn.Open(address, this);
            if (connection is null)
            {
                incoming.Writer.TryWrite(new Heard.Closed(null, "not reached"));
            }
        }

        public async ValueTask<Heard> Receive(CancellationToken cancellation)
        {
            if (end is not null)
            {
                return end;
            }

            var heard = await incoming.Reader.ReadAsync(cancellation);
            end = heard as Heard.Closed;
            return heard;
        }

        public ValueTask Send(ReadOnlyMemory<byte> text, CancellationToken cancellation)
        {
            if (!standIn.IsAway)
            {
                connection?.Hear(text.Span);
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask Close(int code, CancellationToken cancellation)
        {
            connection?.Lost(standIn.IsAway ? null : code);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            connection?.Lost(null);
            return ValueTask.CompletedTask;
        }

        void IStandInPeer.Send(string text)
        {
            if (!standIn.IsAway)
            {
                incoming.Writer.TryWrite(new Heard.Message(Encoding.UTF8.GetBytes(text)));
            }
        }

        void IStandInPeer.Close(int? code, string reason) => incoming.Writer.TryWrite(new Heard.Closed(code, reason));
    }
}
