using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;

namespace Bot.Wire.Tests;

/// <summary>Real frames over a pipe; the other end sends what it likes.</summary>
public sealed class TextSocketTests : IAsyncDisposable
{
    private const int Largest = 20_000;
    private readonly WebSocket peer;
    private readonly TextSocket socket;

    public TextSocketTests()
    {
        var (there, back) = (new Pipe(), new Pipe());
        peer = WebSocket.CreateFromStream(new Duplex(back.Reader, there.Writer), new WebSocketCreationOptions { IsServer = true });
        socket = new TextSocket(
            WebSocket.CreateFromStream(new Duplex(there.Reader, back.Writer), new WebSocketCreationOptions()),
            Largest,
            TimeProvider.System
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await socket.DisposeAsync();
        peer.Dispose();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(4_096, 3)]
    [InlineData(4_097, 1_000)]
    [InlineData(Largest - 1, 7_000)]
    public async Task A_message_comes_whole_however_it_was_cut(int length, int frame)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26)))));

        var sent = Send(text, frame);
        var heard = await socket.Receive(Cancellation);
        await sent;

        heard.ShouldBeOfType<Heard.Message>().Text.ToArray().ShouldBe(text);
    }

    [Fact]
    public async Task One_that_is_too_large_ends_the_connection()
    {
        _ = Send(new byte[Largest + 1], Largest + 1);

        (await socket.Receive(Cancellation)).ShouldBe(new Heard.Closed(null, $"a message of more than {Largest} bytes"));
        (await socket.Receive(Cancellation)).ShouldBeOfType<Heard.Closed>();
    }

    [Fact]
    public async Task One_that_is_no_text_ends_it_too()
    {
        await peer.SendAsync(new byte[] { 1, 2 }, WebSocketMessageType.Binary, endOfMessage: true, Cancellation);

        (await socket.Receive(Cancellation)).ShouldBe(new Heard.Closed(null, "a message that is no text"));
    }

    [Fact]
    public async Task The_code_of_a_peer_that_closes_is_told_and_of_one_that_vanishes_there_is_none()
    {
        await peer.CloseOutputAsync((WebSocketCloseStatus)4009, "Session timed out", Cancellation);
        (await socket.Receive(Cancellation)).ShouldBe(new Heard.Closed(4009, "Session timed out"));

        await using var other = new TextSocketTests();
        other.peer.Dispose();
        (await other.socket.Receive(Cancellation)).ShouldBeOfType<Heard.Closed>().Code.ShouldBeNull();
        await other.socket.Send("late"u8.ToArray(), Cancellation);
        await other.socket.Close(4000, Cancellation);
    }

    [Fact]
    public async Task The_peer_gets_what_is_sent_and_the_code_of_closing()
    {
        await socket.Send("""{"op":1}"""u8.ToArray(), Cancellation);
        await socket.Close(4000, Cancellation);

        var buffer = new byte[100];
        var got = await peer.ReceiveAsync(buffer.AsMemory(), Cancellation);
        Encoding.UTF8.GetString(buffer, 0, got.Count).ShouldBe("""{"op":1}""");
        (await peer.ReceiveAsync(buffer.AsMemory(), Cancellation)).MessageType.ShouldBe(WebSocketMessageType.Close);
        ((int?)peer.CloseStatus).ShouldBe(4000);
    }

    [Fact]
    public async Task To_call_off_a_read_loses_neither_a_message_nor_the_connection_nor_the_goodbye()
    {
        using var calledOff = new CancellationTokenSource();
        var reading = socket.Receive(calledOff.Token).AsTask();
        await calledOff.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);

        await Send("late"u8.ToArray(), 2);
        (await socket.Receive(Cancellation)).ShouldBeOfType<Heard.Message>().Text.ToArray().ShouldBe("late"u8.ToArray());
        await socket.Close(1000, Cancellation);
        (await peer.ReceiveAsync(new byte[10].AsMemory(), Cancellation)).MessageType.ShouldBe(WebSocketMessageType.Close);
    }

    [Fact]
    public async Task A_peer_that_cannot_be_reached_is_a_connection_that_was_lost()
    {
        await using var nowhere = await new ClientSockets(Largest, TimeProvider.System).Connect(new Uri("ws://127.0.0.1:1/"), Cancellation);

        (await nowhere.Receive(Cancellation)).ShouldBe(new Heard.Closed(null, "not reached (ConnectionError)"));
        await nowhere.Send("x"u8.ToArray(), Cancellation);
        await nowhere.Close(1000, Cancellation);
    }

    private async Task Send(byte[] text, int frame)
    {
        for (var at = 0; at == 0 || at < text.Length; at += frame)
        {
            var part = text.AsMemory(at, Math.Min(frame, text.Length - at));
            await peer.SendAsync(part, WebSocketMessageType.Text, at + frame >= text.Length, Cancellation);
        }
    }

    /// <summary>One direction to read, the other to write.</summary>
    private sealed class Duplex(PipeReader reader, PipeWriter writer) : Stream
    {
        private readonly Stream input = reader.AsStream();
        private readonly Stream output = writer.AsStream();

        public override bool CanRead => true;
        public override bool CanWrite => true;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            input.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            output.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

        public override void Flush() => output.Flush();

        public override int Read(byte[] buffer, int offset, int count) => input.Read(buffer, offset, count);

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            input.Dispose();
            output.Dispose();
            base.Dispose(disposing);
        }
    }
}
