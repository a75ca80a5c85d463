using Bot.Core.Communities;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Pictures;

/// <summary>The button under a timeline that draws it. Drawing comes after an acknowledgement.</summary>
public sealed class TimelinePictures(Desk desk, Shelf shelf, Drawing drawing)
{
    /// <summary>What is told where <see cref="Draw"/> has nothing to draw.</summary>
    public const string NotAny = "There is no timeline to draw any more. Ask for it again.";

    private const string Label = "As a picture";

    /// <summary>Null for what is no timeline.</summary>
    public static ReplyButton? Offer(Parsed parsed, Reply reply) =>
        reply is Timeline { Since: var since, Within: var within }
        && parsed is Parsed.Understood { Command: Command.ShowTimeline }
        && ButtonIds.Draw($"/story timeline{(within is null ? "" : $" {within}")}{(since is null ? "" : $" since:{since}")}") is { } id
            ? new ReplyButton(Label, id)
            : null;

    /// <summary>Null where there is no timeline any more.</summary>
    public async Task<DrawnTimeline?> Draw(Pressed.Draw pressed, CommunityId community, CancellationToken cancellation)
    {
        var state = shelf.Now;
        if (
            Grammar.Parse(pressed.Line) is not Parsed.Understood { Command: Command.ShowTimeline command }
            || desk.Handle(command, state, story: null, community) is not Timeline timeline
            || shelf.Story(state, community) is not { } story
        )
        {
            return null;
        }

        return new DrawnTimeline(timeline, await drawing.Draw(timeline, story.Story.Title, cancellation));
    }
}

/// <summary>A timeline and its picture.</summary>
public sealed record DrawnTimeline(Timeline Timeline, byte[] Png)
{
    public PostPicture Picture => new(Png, Timeline.Says);
}
