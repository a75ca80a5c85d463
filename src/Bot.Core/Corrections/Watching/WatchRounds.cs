using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Corrections.Watching;

/// <summary>
/// Tells those who wanted to be told, once each, a grace time after a fact changed by substance, and forgets them. What is compared is what they have read with what they would
/// read now, so that nothing is lost over a restart.
/// </summary>
/// <param name="note">Told of what nobody expected; it is tried again in a later round.</param>
public sealed class WatchRounds(
    IWatches watches,
    IPeople people,
    Shelf shelf,
    IEnumerable<IPlatform> platforms,
    TimeProvider time,
    CorrectionRules rules,
    Action<Exception> note
)
{
    /// <summary>How long one that did not work is left alone.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task Go(CancellationToken cancellation)
    {
        foreach (var watch in await watches.All(time.GetUtcNow(), cancellation))
        {
            try
            {
                await Look(watch, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                note(fault);
            }
        }
    }

    private async Task Look(Watch watch, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (watch.At <= now - Watch.KeptFor)
        {
            await watches.Forget(watch, cancellation);
            return;
        }

        if (
            platforms.FirstOrDefault(platform => platform.Serves(watch.Community)) is not { } platform
            || shelf.Story(shelf.Now, watch.Community, watch.Story.Value) is not { } story
            || Changes(watch, new PostedFacts(story, watch.Facts), now) is not { Count: > 0 } changes
            || !await watches.Take(watch, now, now + Pause, cancellation)
        )
        {
            return;
        }

        if (
            await people.User(watch.Community, watch.Person, cancellation) is not { } user
            || !IsForNow(platform, await Tell(platform, watch, user, story, changes, cancellation))
        )
        {
            await watches.Forget(watch, cancellation);
        }
    }

    /// <summary>Whether it may be tried again; what may have arrived only where the platform passes over what comes again by the same name.</summary>
    private static bool IsForNow(IPlatform platform, Sent sent) =>
        sent is Sent.Refused { Why: WhyNot.Later } || (sent is Sent.Unknown && platform.PassesOver > Pause);

    private Task<Sent> Tell(
        IPlatform platform,
        Watch watch,
        UserId user,
        StorySnapshot story,
        IReadOnlyList<(FactId Fact, int Was, int Is)> changes,
        CancellationToken cancellation
    )
    {
        var told = new NoteComposer(story, story.DayOf(time.GetUtcNow())).Note(changes);
        return platform.Tell(
            watch.Community,
            user,
            new DeliveryId($"told {watch.Delivery}"),
            told with
            {
                Headline = WatchWords.Changed(story.Story.Title),
                Parts = [.. told.Parts, new Hint(WatchWords.Once)],
            },
            cancellation
        );
    }

    /// <summary>What changed by substance, none while any of it may still be undone; what is being checked may well stand.</summary>
    private List<(FactId Fact, int Was, int Is)> Changes(Watch watch, PostedFacts facts, DateTimeOffset now)
    {
        var changes = watch
            .Facts.Select(shown => (shown.Fact, Was: shown.Revision, Is: facts.Should(shown.Fact)))
            .Where(change => change.Is != SeenFact.BeingChecked && facts.Between(change.Fact, change.Was, change.Is) == Tier.Substance)
            .ToList();
        return changes.Exists(change => facts.LastChange(change.Fact) is { } last && last.At + rules.Grace > now) ? [] : changes;
    }
}
