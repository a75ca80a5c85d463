using Bot.Core.Facts;

namespace Bot.Host.Cli;

/// <summary>Facts that are told in one answer, so that one way of asking may stand on each of them.</summary>
internal static class Companions
{
    /// <param name="facts">Null among them stands for a gap, which is an answer by itself.</param>
    public static bool AreOne(IReadOnlyList<Fact?> facts)
    {
        var all = facts.OfType<Fact>().ToList();
        return all.Count == facts.Count && (AreOfOneKind(all) || all.TrueForAll(fact => all.Exists(other => IsTiedTo(fact, other))));
    }

    private static bool AreOfOneKind(List<Fact> facts) =>
        facts.Select(fact => (fact.Kind, fact.Figure?.Unit)).Distinct().ToList() switch
        {
            [(FactKind.Figure, _)] => true,
            _ => facts.TrueForAll(fact => fact.Kind is FactKind.Exemption) || facts.TrueForAll(fact => fact.Kind is FactKind.Limit),
        };

    private static bool IsTiedTo(Fact one, Fact other) => Names(one, other) || Names(other, one);

    private static bool Names(Fact one, Fact other) =>
        one.Linked(LinkKind.SaidWith).Concat(one.Linked(LinkKind.PairsWith)).Contains(other.Id);
}
