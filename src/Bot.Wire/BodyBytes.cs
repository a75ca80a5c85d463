using System.Buffers;
using System.IO.Pipelines;

namespace Bot.Wire;

/// <summary>The body of a request as it came, read no further than it may be large.</summary>
public static class BodyBytes
{
    /// <param name="announced">The length that the request gives itself; null for none.</param>
    /// <param name="largest">In bytes.</param>
    /// <returns>The whole body, still in the reader's hands, who is to be told when it was used; null when it is too large.</returns>
    public static async ValueTask<ReadOnlySequence<byte>?> Read(
        PipeReader reader,
        long? announced,
        int largest,
        CancellationToken cancellation
    )
    {
        if (announced > largest)
        {
            return null;
        }

        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            if (result.Buffer.Length > largest)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                return result.Buffer;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
