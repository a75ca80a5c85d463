using Bot.Core.Conversation;
using Bot.Core.Facts;

namespace Bot.Core.Delivery;

/// <summary>A fact, and the state in which it was shown.</summary>
public readonly record struct ShownFact(FactId Fact, int Revision)
{
    /// <summary>The facts that a reply shows, each once, in its order.</summary>
    public static IReadOnlyList<ShownFact> Of(Reply reply) =>
        [
            .. reply
                .Parts.SelectMany<Part, IShownFact>(part =>
                    part switch
                    {
                        FactPart fact => [fact],
                        Pair pair => [pair.First, pair.Second],
                        Conflict conflict => [conflict.First, conflict.Second],
                        _ => [],
                    }
                )
                .Select(shown => new ShownFact(shown.Id, shown.Revision))
                .Distinct(),
        ];
}
