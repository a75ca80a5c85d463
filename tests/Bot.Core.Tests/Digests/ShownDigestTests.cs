using Bot.Core.Conversation;
using Bot.Testing;
using Bot.Testing.Digests;

namespace Bot.Core.Tests.Digests;

/// <summary>A digest of each sort as plain text.</summary>
public sealed class ShownDigestTests
{
    public static TheoryData<string> Names => [.. DigestExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_reads_as_its_file_has_it(string name) =>
        Golden.Holds($"digests/plain/{name}.txt", PlainText.Of(DigestExamples.All[name]));
}
