using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>
/// Tells those who reported a fact what became of it, in a direct message, and then forgets who they were, unless they do other things there too, or still wait to be told of something else. What was told is noted, so that
/// a restart tells nobody again. Where the platform passes over what comes again it is noted at the end; elsewhere before, so that of several replicas one tells them: nobody is told twice, and
/// whom a death leaves untold is not told, but forgotten an hour after the next start.
/// </summary>
public sealed class ReporterNotices(
    Shelf shelf,
    Changes changes,
    IPeople people,
    IWatches watches,
    IDigests digests,
    IEnumerable<IPlatform> platforms,
    TimeProvider time
)
{
    /// <summary>What is being told, and whom it was told to.</summary>
    private readonly Dictionary<ItemId, (SettledItem Item, HashSet<PersonKey> Told)> begun = [];

    /// <summary>Another replica may be telling what it noted before.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Who was noted as told before this began, and may not be forgotten; null before the first round.</summary>
    private (DateTimeOffset Due, ILookup<CommunityId, PersonKey> Told)? before;

    public async Task Go(CancellationToken cancellation)
    {
        await ForgetEarlier(cancellation);
        foreach (var (community, story, queue) in shelf.Queues.ToList())
        {
            if (platforms.FirstOrDefault(platform => platform.Serves(community)) is not { } platform)
            {
                continue;
            }

            foreach (var settled in queue.Past.Where(item => !item.Told || begun.ContainsKey(item.Id)).ToList())
            {
                await Tell(platform, community, story, settled, cancellation);
            }
        }
    }

    private async Task ForgetEarlier(CancellationToken cancellation)
    {
        var (due, told) = before ??= (time.GetUtcNow() + Grace, Noted().Distinct().ToLookup(each => each.Community, each => each.Key));
        if (time.GetUtcNow() < due)
        {
            return;
        }

        foreach (var keys in told)
        {
            await Forget(keys.Key, [.. keys], cancellation);
        }

        before = (DateTimeOffset.MaxValue, told);
    }

    private IEnumerable<(CommunityId Community, PersonKey Key)> Noted() =>
        from each in shelf.Queues
        from item in each.Queue.Past
        where item.Told
        from key in item.Tell
        select (each.Community, key);

    private async Task Tell(IPlatform platform, CommunityId community, StorySlug story, SettledItem settled, CancellationToken cancellation)
    {
        var first = platform.PassesOver == TimeSpan.Zero;
        if (!begun.TryGetValue(settled.Id, out var being))
        {
            if (first && await Note(community, story, settled, cancellation) is not ChangeOutcome.Done { Again: false })
            {
                return;
            }

            begun[settled.Id] = being = (settled, []);
        }

        foreach (var reporter in settled.Tell.Where(reporter => !being.Told.Contains(reporter)))
        {
            if (
                await people.User(community, reporter, cancellation) is { } user
                && await platform.Tell(
                    community,
                    user,
                    new DeliveryId($"{settled.Id}-{reporter}"),
                    ReportWords.Outcome(settled, Title(community, story)),
                    cancellation
                )
                    is Sent.Refused { Why: WhyNot.Later }
            )
            {
                // The rest is told with it, the next time.
                return;
            }

            being.Told.Add(reporter);
        }

        begun.Remove(settled.Id);
        if (first || await Note(community, story, settled, cancellation) is ChangeOutcome.Done)
        {
            await Forget(community, settled.Tell, cancellation);
        }
    }

    private Task<ChangeOutcome> Note(CommunityId community, StorySlug story, SettledItem settled, CancellationToken cancellation) =>
        changes.Make(
            new ChangeRequest
            {
                Community = community,
                Story = story,
                By = settled.By,
                Role = Role.Clock,
                Command = new CommandId($"told {settled.Id}"),
                Reason = "",
                Change = new Change.ReportersTold(settled.Id),
            },
            cancellation
        );

    private async Task Forget(CommunityId community, IReadOnlyList<PersonKey> reporters, CancellationToken cancellation)
    {
        var wanting = (await digests.OfCommunity(community, cancellation)).Select(digest => digest.By).ToHashSet();
        foreach (
            var reporter in reporters.Where(key =>
                !shelf.Acts(community, key) && !IsChosen(community, key) && !IsAwaited(community, key) && !wanting.Contains(key)
            )
        )
        {
            if (!await watches.Has(community, reporter, cancellation) && await people.User(community, reporter, cancellation) is { } user)
            {
                await people.Forget(user, community, cancellation);
            }
        }
    }

    /// <summary>Whether they were chosen by name to moderate, or to stand in for a second moderator until some time that is still to come.</summary>
    private bool IsChosen(CommunityId community, PersonKey key) =>
        shelf.Settings(community) is var settings
        && (
            settings.Moderators?.All.Contains(key.Value) == true
            || (settings.StandIns is { } named && !named.IsOver(time.GetUtcNow()) && named.People.Contains(key))
        );

    /// <summary>Whether something else that they reported is still open, or still to be told.</summary>
    private bool IsAwaited(CommunityId community, PersonKey key) =>
        shelf
            .Queues.Where(each => each.Community == community)
            .Any(each =>
                each.Queue.Open.OfType<QueueItem.Report>().Any(report => report.Reporters.Any(reported => reported.By == key))
                || each.Queue.Past.Any(past => !past.Told && past.Tell.Contains(key))
            ) || begun.Values.Any(each => each.Item.Tell.Contains(key) && !each.Told.Contains(key));

    private string Title(CommunityId community, StorySlug story) =>
        shelf.Story(shelf.Now, community, story.Value)?.Story.Title ?? story.Value;
}
