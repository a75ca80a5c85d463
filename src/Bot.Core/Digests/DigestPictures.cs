using Bot.Core.Conversation;
using Bot.Core.Conversation.Pictures;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Digests;

/// <summary>
/// The picture beside a digest. A digest goes out without one rather than not at all. Many digests fall due in the same minute and show the same: what was just drawn is not
/// drawn again.
/// </summary>
/// <param name="note">Told why there is none.</param>
public sealed class DigestPictures(Drawing drawing, NoteFault note)
{
    /// <summary>So many are remembered: those of a few stories, and not more than a megabyte or two.</summary>
    private const int Remembered = 8;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Shows, TaskCompletionSource<byte[]> Png)> latest = [];

    /// <summary>Null where there is nothing to be shown, and where it cannot be drawn.</summary>
    /// <param name="today">In the story's time zone.</param>
    public async Task<PostPicture?> Of(StorySnapshot story, Digest digest, DateOnly today, CancellationToken cancellation) =>
        DigestTimeline.Of(story, digest, today) is { } timeline ? await Of(timeline, story.Story.Title, cancellation) : null;

    /// <summary>Null where it cannot be drawn.</summary>
    /// <param name="title">Of the story.</param>
    public async Task<PostPicture?> Of(Timeline timeline, string title, CancellationToken cancellation)
    {
        try
        {
            return new DrawnTimeline(timeline, await Drawn(timeline, title).WaitAsync(cancellation)).Picture;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            note(fault, "drawing the picture of a digest, which goes out without it");
            return null;
        }
    }

    /// <summary>Whoever is first draws it, for all who wait for it too. What could not be drawn is tried again for the next digest.</summary>
    private async Task<byte[]> Drawn(Timeline timeline, string title)
    {
        var shows = string.Join('\n', [title, timeline.Foot ?? "", .. timeline.Entries.Select(entry => $"{entry}")]);
        var png = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<byte[]>? known;
        lock (gate)
        {
            known = latest.Where(each => each.Shows == shows && !each.Png.Task.IsFaulted).Select(each => each.Png.Task).FirstOrDefault();
            if (known is null)
            {
                latest.AddFirst((shows, png));
                if (latest.Count > Remembered)
                {
                    latest.RemoveLast();
                }
            }
        }

        if (known is not null)
        {
            return await known;
        }

        try
        {
            png.SetResult(await drawing.Draw(timeline, title, CancellationToken.None));
        }
        catch (Exception fault)
        {
            png.SetException(fault);
        }

        return await png.Task;
    }
}
