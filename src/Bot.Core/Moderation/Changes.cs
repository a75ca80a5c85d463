using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>
/// Where every change arrives. What it answers as done is durable, and the next question is answered from it. Nothing else writes to a community's story.
/// </summary>
public sealed class Changes(IJournal journal, StoryKeeper keeper, Shelf shelf, TimeProvider time)
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
            var story = shelf.Story(shelf.Now, request.Community, request.Story.Value);
            switch (Plan(request, story))
            {
                case ChangePlan.Refused refused:
                    return new ChangeOutcome.Refused(refused.Problems);
                case ChangePlan.Append plan
                    when await journal.Append(Append(request, plan, story, settings), cancellation) is AppendResult.Appended appended:
                    await keeper.Follow(cancellation);
                    return new ChangeOutcome.Done(
                        appended.First,
                        appended.Last,
                        [.. plan.Events.Select(e => EventParts.FactOf(e.Event)).OfType<FactId>().Distinct()],
                        Again: false
                    );
            }
        }

        return new ChangeOutcome.Refused(((ChangePlan.Refused)ChangePlan.No(ChangeWords.TooBusy)).Problems);
    }

    private ChangePlan Plan(ChangeRequest request, StorySnapshot? story) =>
        request.Change switch
        {
            not Change.EraseFact when request.Community == CommunityId.Base => ChangePlan.No(ChangeWords.NotMoving),
            Change.StartStory or Change.CloseStory or Change.ReopenStory or Change.Follow or Change.ShareIn => new CommunityPlanner(
                shelf,
                request
            ).Plan(),
            _ when story is null => ChangePlan.No(ChangeWords.NoSuchStory(request.Story)),
            _ => new FactPlanner(story, request, story.DayOf(time.GetUtcNow())).Plan(),
        };

    private static Append Append(ChangeRequest request, ChangePlan.Append plan, StorySnapshot? story, long settings)
    {
        var order = plan.Events.ToList();
        var events = order
            .GroupBy(e => e.Stream)
            .SelectMany(stream =>
            {
                var version = request.Change is Change.Follow or Change.ShareIn ? settings : story?.VersionOf(stream.Key) ?? 0;
                return stream.Select((e, i) => (At: order.IndexOf(e), new Proposed(e.Stream, version + i, e.Event)));
            });
        return new Append
        {
            Command = request.Command,
            Community = request.Community,
            Story = request.Story,
            By = request.By,
            Reason = request.Reason.Trim(),
            Events = [.. events.OrderBy(e => e.At).Select(e => e.Item2)],
            Blanks = plan.Blanks,
        };
    }

    /// <summary>It was done by the same delivery before, perhaps by a process that died before it could say so.</summary>
    private async Task<ChangeOutcome> Again(ChangeRequest request, AppendResult.AlreadyDone done, CancellationToken cancellation)
    {
        await keeper.Follow(cancellation);
        var facts = new List<FactId>();
        await foreach (var envelope in journal.Read(done.First - 1, cancellation))
        {
            if (envelope.Position > done.Last)
            {
                break;
            }

            facts.AddRange(EventParts.FactOf(envelope.Event) is { } fact ? [fact] : []);
        }

        return new ChangeOutcome.Done(done.First, done.Last, [.. facts.Distinct()], Again: true);
    }
}
