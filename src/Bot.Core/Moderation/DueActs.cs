using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Lets what was proposed where there is nobody to approve it take effect when its time is over. On several replicas one of them does it.</summary>
public sealed class DueActs(Shelf shelf, Changes changes, TimeProvider time)
{
    public async Task Go(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = shelf
            .Queues.SelectMany(each =>
                each.Queue.Open.OfType<QueueItem.Proposal>()
                    .Where(item => item.Proposed.Due <= now)
                    .Select(item => (each.Community, each.Story, Item: item))
            )
            .ToList();
        foreach (var (community, story, item) in due)
        {
            // One that is not due any more was called off, or another replica was faster.
            await changes.Make(
                new ChangeRequest
                {
                    Community = community,
                    Story = story,
                    By = item.By,
                    Role = Role.Clock,
                    Command = new CommandId($"due {item.Id}"),
                    Reason = "",
                    Change = new Change.TakeEffect(item.Id),
                },
                cancellation
            );
        }
    }
}
