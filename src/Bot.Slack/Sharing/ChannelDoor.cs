using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Slack.Api;
using Bot.Slack.Posts;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Sharing;

/// <summary>
/// The channel that a button was pressed in: as the bot where it may post, so that what is said there can be corrected; else at the address that came with the press, which
/// reaches channels where the bot is no member. Then the post says that it cannot be corrected.
/// </summary>
/// <param name="platform">Null where the service has no token.</param>
/// <param name="address">Null where none came.</param>
internal sealed class ChannelDoor(SlackPlatform? platform, RespondTo respond, ResponseUrl? address) : IPlatform
{
    /// <summary>Takes away the message that was pressed on.</summary>
    internal static ResponseMessage Gone { get; } = new() { Text = "", DeleteOriginal = true };

    public string Name => "slack";

    /// <summary>Something was said that cannot be corrected.</summary>
    public bool IsUnnamed { get; private set; }

    public async Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
    {
        if (platform is not null)
        {
            var sent = await platform.Post(post, cancellation);
            if (address is null || sent is not Sent.Refused { Why: WhyNot.Gone or WhyNot.NotAllowed })
            {
                return sent;
            }
        }

        return address is { } there
            ? await Say(there, post, cancellation)
            : new Sent.Refused(new WhyNot.NotAllowed(ShareText.NotInChannel));
    }

    public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
        throw new NotSupportedException("Nothing is edited by pressing a button.");

    public async Task<Edited> Remove(PostPlace at, CancellationToken cancellation)
    {
        if (platform is not null)
        {
            var removed = await platform.Remove(at, cancellation);
            if (address is null || removed is not Edited.Refused { Why: WhyNot.Gone or WhyNot.NotAllowed })
            {
                return removed;
            }
        }

        return address is { } there
            ? await respond(there, Gone, cancellation) switch
            {
                Outcome<NoContent>.NotDone { Why: Failure.Unknown unknown } => new Edited.Unknown(unknown.Sentence),
                Outcome<NoContent>.NotDone { Why: var why } => new Edited.Refused(SlackPlatform.Reason(why)),
                _ => new Edited.Done(),
            }
            : new Edited.Refused(new WhyNot.NotAllowed(ShareText.NotInChannel));
    }

    public Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation) =>
        throw new NotSupportedException("Nobody is told directly by pressing a button.");

    private async Task<Sent> Say(ResponseUrl there, OutgoingPost post, CancellationToken cancellation)
    {
        IsUnnamed = true;
        var said = post.Reply with { Foot = $"{post.Reply.Foot} {ShareText.NotCorrectable}".TrimStart() };
        var message = ResponseMessage.Of(Renderer.Render(said, post.Buttons)) with
        {
            Privately = false,
            ThreadTs = post.ReplyTo is { } to ? MessageName.Of(to)?.Root : null,
        };
        return await respond(there, message, cancellation) switch
        {
            Outcome<NoContent>.NotDone { Why: Failure.Unknown unknown } => new Sent.Unknown(unknown.Sentence),
            Outcome<NoContent>.NotDone { Why: var why } => new Sent.Refused(SlackPlatform.Reason(why)),
            _ => new Sent.Arrived(MessageName.OfUnnamed(post.Delivery)),
        };
    }
}
