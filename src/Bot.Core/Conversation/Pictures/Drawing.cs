namespace Bot.Core.Conversation.Pictures;

/// <summary>Draws timelines, a few at a time: each takes a processor for a while, which answers need too.</summary>
public sealed class Drawing(DrawTimeline draw) : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim turns = new(AtOnce);

    /// <param name="title">Of the story.</param>
    /// <returns>A PNG.</returns>
    public async Task<byte[]> Draw(Timeline timeline, string title, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            return draw(timeline, title);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
