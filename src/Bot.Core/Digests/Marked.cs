using Bot.Core.Conversation;
using Bot.Core.Facts;

namespace Bot.Core.Digests;

/// <summary>Says beside a fact what happened to it.</summary>
internal static class Marked
{
    public static Part With(Part part, IReadOnlyDictionary<FactId, string> marks) =>
        part switch
        {
            FactPart fact => Fact(fact, marks),
            Conflict conflict => new Conflict((Statement)Fact(conflict.First, marks), (Statement)Fact(conflict.Second, marks)),
            Pair pair => new Pair(Side(pair.First, marks), Side(pair.Second, marks)),
            _ => part,
        };

    private static FactPart Fact(FactPart fact, IReadOnlyDictionary<FactId, string> marks) =>
        marks.TryGetValue(fact.Id, out var mark) ? fact with { Attribution = Said(fact.Attribution, mark) } : fact;

    private static AccountSide Side(AccountSide side, IReadOnlyDictionary<FactId, string> marks) =>
        marks.TryGetValue(side.Id, out var mark) ? side with { Attribution = Said(side.Attribution, mark) } : side;

    private static Attribution Said(Attribution attribution, string mark) => attribution with { Marks = [mark, .. attribution.Marks] };
}
