using System.Text.Json;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Testing;
using Bot.Testing.Digests;
using Bot.Testing.Slack.Blocks;

namespace Bot.Slack.Tests.Rendering;

/// <summary>A digest of each sort as Slack shows it.</summary>
public sealed class DigestRenderingTests
{
    public static TheoryData<string> Names => [.. DigestExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_looks_as_its_file_has_it(string name)
    {
        var body = Renderer.Render(DigestExamples.All[name]);
        Taken.Fits(body, name);
        Golden.Holds($"digests/slack/{name}.txt", Text(body));
    }

    /// <summary>The message block by block, with what keeps Slack from reading marks into it made visible.</summary>
    private static string Text(MessageBody body)
    {
        var blocks = JsonSerializer.SerializeToNode(body.Blocks, SlackJson.Default.IReadOnlyListBlock)!.AsArray();
        return string.Join("\n\n", blocks.Select(block => string.Join('\n', Seen.Lines([block!.DeepClone()]))))
            .Replace("\u200B", "\u00B7", StringComparison.Ordinal);
    }
}
