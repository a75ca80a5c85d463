using Bot.Core.Conversation;

namespace Bot.Core.Digests;

/// <summary>What is said about digests, with commands as they are called where it is read.</summary>
internal static class NamedReply
{
    public static Reply Of(Reply reply, Naming naming) =>
        reply is Digest digest
            ? digest.Called(naming)
            : reply with
            {
                Headline = naming.Within(reply.Headline),
                Foot = reply.Foot is { } foot ? naming.Within(foot) : null,
                Parts = [.. reply.Parts.Select(part => Of(part, naming))],
            };

    private static Part Of(Part part, Naming naming) =>
        part switch
        {
            Line line => line with { Words = naming.Within(line.Words) },
            Hint hint => new Hint(naming.Within(hint.Words)),
            Explanation steps => new Explanation([.. steps.Lines.Select(naming.Within)]),
            _ => part,
        };
}
