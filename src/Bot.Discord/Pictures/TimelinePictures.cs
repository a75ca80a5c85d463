using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Journal;
using Bot.Discord.Api;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Pictures;

/// <summary>The button under a timeline that draws it, with what it says as alternative text. Drawing comes after the acknowledgement, a few at a time.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be answered later.</param>
internal sealed class TimelinePictures(Desk desk, Shelf shelf, DrawTimeline draw, ReplaceAnswer? replace = null) : IDisposable
{
    private const string Label = "As a picture";
    private const string NotAny = "There is no timeline to draw any more. Ask for it again.";
    private const int AtOnce = 2;

    private readonly SemaphoreSlim turns = new(AtOnce);

    /// <summary>Null for what is no timeline.</summary>
    public ReplyButton? Offer(Parsed parsed, Reply reply) =>
        replace is not null
        && reply is Timeline
        && parsed is Parsed.Understood { Command: Command.ShowTimeline { Since: var since } }
        && ButtonIds.Draw(since is null ? "/story timeline" : $"/story timeline since:{since}") is { } id
            ? new ReplyButton(Label, id)
            : null;

    public Handled Draw(Pressed.Draw pressed, CommunityId community) =>
        replace is null || Grammar.Parse(pressed.Line) is not Parsed.Understood { Command: Command.ShowTimeline command }
            ? Handled.Notice(NotAny)
            : Handled.Later(async cancellation =>
            {
                var state = shelf.Now;
                if (
                    desk.Handle(command, state, story: null, community) is not Timeline timeline
                    || shelf.Story(state, community) is not { } story
                )
                {
                    return Finished.Notice(NotAny);
                }

                await turns.WaitAsync(cancellation);
                try
                {
                    return Drawn(timeline, draw(timeline, story.Story.Title));
                }
                finally
                {
                    turns.Release();
                }
            });

    public void Dispose() => turns.Dispose();

    private static Finished Drawn(Timeline timeline, byte[] png)
    {
        var text = string.Join('\n', timeline.Parts.OfType<Picture>().Select(picture => picture.AlternativeText));
        return new Finished(
            MessageData.Of(Cutting.Shorten(DiscordText.Escape(timeline.Headline), Limits.Content)),
            new Upload("timeline.png", "image/png", png, Cutting.Shorten(DiscordText.Plain(text), Limits.AlternativeText))
        );
    }
}
