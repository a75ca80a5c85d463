using Bot.Core.Communities;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>
/// Where every change arrives. What it answers as done is durable, and the next question is answered from it. Nothing else writes to a community's story.
/// </summary>
/// <param name="rules">What holds in communities that chose none of their own; null: <see cref="ModerationRules.Default"/>.</param>
public sealed class Changes(IJournal journal, StoryKeeper keeper, Shelf shelf, TimeProvider time, ModerationRules? rules = null)
{
    /// <summary>How often a change is planned anew when others were faster.</summary>
    private const int MostTries = 8;

    public async Task<ChangeOutcome> Make(ChangeRequest request, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await journal.Find(request.Community, request.Command, cancellation) is { } done)
            {
                return await Again(request, done, cancellation);
            }

            var settings = await journal.Version(StreamId.Settings(request.Community), cancellation);
            await keeper.Follow(cancellation);
            var read = keeper.Position;
            var story = shelf.Story(shelf.Now, request.Community, request.Story.Value);
            var queue = shelf.Queue(request.Community, request.Story);
            switch (Plan(request, story, queue))
            {
                case ChangePlan.Refused refused:
                    return new ChangeOutcome.Refused(refused.Problems);
                case ChangePlan.Append plan
                    when await journal.Append(Append(request, plan, story, queue, settings, read), cancellation)
                        is AppendResult.Appended appended:
                    await keeper.Follow(cancellation);
                    return new ChangeOutcome.Done(appended.First, appended.Last, [.. plan.Events.Select(e => e.Event)], Again: false);
            }
        }

        return new ChangeOutcome.Refused(((ChangePlan.Refused)ChangePlan.No(ChangeWords.TooBusy)).Problems);
    }

    private ChangePlan Plan(ChangeRequest request, StorySnapshot? story, Backlog queue)
    {
        if (request.Community == CommunityId.Base && request.Change is not Change.EraseFact)
        {
            return ChangePlan.No(ChangeWords.NotMoving);
        }

        if (CommunityPlanner.Plans(request.Change))
        {
            return request.Role is Role.Operator or Role.Moderator
                ? new CommunityPlanner(shelf, request, time.GetUtcNow()).Plan()
                : ChangePlan.No(QueueWords.ModeratorsOnly);
        }

        if (story is null)
        {
            return ChangePlan.No(ChangeWords.NoSuchStory(request.Story));
        }

        var situation = new Situation(
            story,
            queue,
            request,
            (rules ?? ModerationRules.Default).For(shelf.Settings(request.Community)),
            time.GetUtcNow()
        );
        return request.Role == Role.Operator ? situation.Settling(situation.Facts.Plan()) : new ModeratedPlanner(situation).Plan();
    }

    private static Append Append(
        ChangeRequest request,
        ChangePlan.Append plan,
        StorySnapshot? story,
        Backlog queue,
        long settings,
        long read
    )
    {
        var order = plan.Events.ToList();
        var events = order
            .GroupBy(e => e.Stream)
            .SelectMany(stream =>
            {
                var version =
                    CommunityPlanner.Settles(request.Change) ? settings
                    : stream.Key.IsOfItem ? queue.VersionOf(stream.Key)
                    : story?.VersionOf(stream.Key) ?? 0;
                return stream.Select((e, i) => (At: order.IndexOf(e), new Proposed(e.Stream, version + i, e.Event)));
            });
        return new Append
        {
            Command = request.Command,
            Community = request.Community,
            Story = request.Story,
            By = request.By,
            Reason = plan.Reason ?? request.Reason.Trim(),
            Events = [.. events.OrderBy(e => e.At).Select(e => e.Item2)],
            Blanks = plan.Blanks,
            Read = plan.Blanks.Count > 0 ? read : null,
        };
    }

    /// <summary>It was done by the same delivery before, perhaps by a process that died before it could say so.</summary>
    private async Task<ChangeOutcome> Again(ChangeRequest request, AppendResult.AlreadyDone done, CancellationToken cancellation)
    {
        await keeper.Follow(cancellation);
        var events = new List<StoryEvent>();
        await foreach (var envelope in journal.Read(done.First - 1, cancellation))
        {
            if (envelope.Position > done.Last)
            {
                break;
            }

            events.Add(envelope.Event);
        }

        return new ChangeOutcome.Done(done.First, done.Last, events, Again: true);
    }
}
