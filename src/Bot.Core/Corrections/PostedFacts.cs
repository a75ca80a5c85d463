using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Corrections;

/// <summary>The facts of a post over the story as it stands now.</summary>
internal sealed class PostedFacts
{
    private readonly StorySnapshot story;
    private readonly InForce now;
    private readonly HashSet<FactId> over;

    /// <param name="shown">What the post showed when it was made.</param>
    public PostedFacts(StorySnapshot story, IReadOnlyList<ShownFact> shown)
    {
        (this.story, now) = (story, new InForce(story, new AsOf()));
        over = [.. shown.Where(each => Content(each.Fact, each.Revision)?.Ended is not null).Select(each => each.Fact)];
    }

    /// <summary>The state in which a post should show a fact: see <see cref="SeenFact"/>. What it told as being over it tells as long as that is so.</summary>
    public int Should(FactId fact)
    {
        var id = Present(fact);
        return IsHeld(id) ? SeenFact.BeingChecked
            : now.Of(id) is { } target ? story.Revisions[target].Number
            : over.Contains(fact) && story.Current(id) is { Fact.Ended.WasSo: true } ended ? ended.Number
            : SeenFact.Nothing;
    }

    /// <summary>How much readers of one state miss of another.</summary>
    public Tier Between(FactId fact, int was, int now) =>
        was == now ? Tier.None
        : Content(fact, was) is { } before && Content(fact, now) is { } after ? Tiers.Between(before, after)
        : Tier.Substance;

    /// <summary>Whether something else stands in the post than should.</summary>
    public bool Misses(SeenFact seen) => Between(seen.Fact, seen.Shows, Should(seen.Fact)) > Tier.None;

    /// <summary>How much readers were not told.</summary>
    public Tier Gap(SeenFact seen) => Between(seen.Fact, seen.Told, Should(seen.Fact));

    /// <summary>The revision of that number; null where a state is none, or was erased.</summary>
    public Revision? Revision(FactId fact, int state) =>
        state <= 0
            ? null
            : new[] { fact, Present(fact) }
                .Distinct()
                .SelectMany(story.Targets)
                .Select(target => story.Revisions[target])
                .FirstOrDefault(revision => revision.Number == state);

    /// <summary>The last thing that happened to a fact; null where nothing is left of it.</summary>
    public Envelope? LastChange(FactId fact)
    {
        var names = new[] { fact, Present(fact) };
        return story.NewestFirst.FirstOrDefault(envelope => PendingChange.Touched(envelope.Event).Intersect(names).Any());
    }

    /// <summary>What it is called now.</summary>
    public FactId Present(FactId fact) => story.Book.Find(fact)?.Id ?? fact;

    private Fact? Content(FactId fact, int state) => Revision(fact, state)?.Fact;

    /// <summary>An account is not given either while the other side's is checked.</summary>
    private bool IsHeld(FactId id) =>
        story.Held.Contains(id) || (story.Current(id)?.Fact is Account { Other: var other } && story.Held.Contains(other));
}
