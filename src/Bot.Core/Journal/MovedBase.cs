using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>The state of a fact of the base that a community's change was made against, or that it looked at when it kept its own.</summary>
/// <param name="Base">Null: the base no longer had the fact.</param>
internal sealed record Against(Fact? Base);

/// <summary>
/// The base moved under a community's change. The community's stays in force until somebody decides: take the base, keep ours, merge.
/// </summary>
/// <param name="Against">The base's state that the community's was made against.</param>
/// <param name="Base">What the base says now; null: it no longer has the fact.</param>
/// <param name="Ours">What the community says; null: it withdrew the fact.</param>
public sealed record MovedBase(FactId Fact, Fact? Against, Fact? Base, Fact? Ours)
{
    /// <summary>By what it is decided. Where the base moves on, it is another question.</summary>
    public ItemId Item => ItemId.Of($"moved {Fact}\n{(Base is { } now ? FactContent.Of(now) : "")}");

    /// <summary>Null where there is nothing to decide: the base is as it was, or says by now what the community says.</summary>
    internal static MovedBase? Of(FactId fact, Against? against, Fact? now, Fact? ours) =>
        against is null || Same(against.Base, now) || Same(now, ours) ? null : new MovedBase(fact, against.Base, now, ours);

    /// <summary>The same but for the day it was known: two who make the same edit seldom do on the same day.</summary>
    internal static bool Same(Fact? one, Fact? other) =>
        one is null || other is null
            ? one is null && other is null
            : string.Equals(FactContent.Of(one), FactContent.Of(other with { Known = one.Known }), StringComparison.Ordinal);
}
