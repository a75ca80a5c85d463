using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Discord.Api;
using Bot.Discord.Doctor;
using Bot.Discord.Pictures;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Posts;

/// <summary>Says things in Discord's channels, as the bot.</summary>
internal sealed partial class DiscordPlatform(IMessageApi api) : IPlatform
{
    private static readonly WhyNot NoSuchPlace = new WhyNot.Gone("That is no place of Discord\u2019s: choose a channel or a thread.");

    /// <summary>So far are clocks apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    /// <summary>So far is looked on for a post.</summary>
    private const int MostPages = 10;

    public string Name => "discord";

    /// <summary>Discord knows a nonce for "the past few minutes" (<see href="https://discord.com/developers/docs/resources/message#create-message"/>).</summary>
    public TimeSpan KnownAgain => TimeSpan.FromMinutes(3);

    public async Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
    {
        if (Snowflake.TryParse(post.Place.Value) is not { } channel)
        {
            return new Sent.Refused(NoSuchPlace);
        }

        var message = MessageCreate.Of(Renderer.Render(post.Reply, post.Buttons), Nonce.Of(post.Delivery.Value)) with
        {
            MessageReference = Snowflake.TryParse(post.ReplyTo?.Value) is { } to ? new MessageReference(to) : null,
        };
        if (post.Picture is not { } picture)
        {
            return Told(await api.Post(channel, message, cancellation, post.Patience));
        }

        // What Discord refuses with the picture, for its size or for a permission, it may well take without.
        var pictured = await api.Post(channel, message, cancellation, post.Patience, Uploads.Of(picture));
        return pictured is not Outcome<PostedMessage>.NotDone { Why: Failure.Refused { Status: 400 or 403 or 413 } why } ? Told(pictured)
            : Told(await api.Post(channel, message, cancellation, post.Patience)) is var sent && sent is Sent.Arrived arrived
                ? arrived with
                {
                    NoPicture = why.Sentence,
                }
            : sent;
    }

    public async Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
        Ids(at) is { } ids
            ? Changed(await api.Edit(ids.Channel, ids.Message, Whole(Renderer.Render(reply, buttons)), cancellation))
            : new Edited.Refused(NoSuchPlace);

    public Uri? Address(PostPlace at) =>
        GuildCommunity.Guild(at.Community) is { } guild && Ids(at) is { } ids
            ? new Uri($"https://discord.com/channels/{guild}/{ids.Channel}/{ids.Message}")
            : null;

    public async Task<Edited> Remove(PostPlace at, CancellationToken cancellation) =>
        Ids(at) is { } ids ? Changed(await api.Delete(ids.Channel, ids.Message, cancellation)) : new Edited.Refused(NoSuchPlace);

    public async Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation)
    {
        if (Snowflake.TryParse(user.Value) is not { } person)
        {
            return new Sent.Refused(NoSuchPlace);
        }

        return await api.Direct(person, cancellation) switch
        {
            Outcome<Channel>.Done direct => Told(
                await api.Post(direct.Value.Id, MessageCreate.Of(Renderer.Render(reply), Nonce.Of(delivery.Value)), cancellation)
            ),

            // Opening the channel shows nothing to anybody, so that nothing was said in any case.
            Outcome<Channel>.NotDone { Why: var why } => new Sent.Refused(Reason(why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <remarks>Discord says only that it is some minutes.</remarks>
    public TimeSpan PassesOver => TimeSpan.FromMinutes(3);

    /// <remarks>A reply to what the bot itself said, and what stands in a moderators' channel, by its buttons. Who may not read what was said before is told that there is nothing, so that is looked at first.</remarks>
    public async Task<Sought> Find(OutgoingPost post, DateTimeOffset since, CancellationToken cancellation)
    {
        if (Snowflake.TryParse(post.Place.Value) is not { } channel || await Telling(channel, post, cancellation) is not { } isIt)
        {
            return new Sought.NobodyKnows();
        }

        var after = Snowflake.At(since - Skew);
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (await api.After(channel, after, cancellation) is not Outcome<IReadOnlyList<PostedMessage>>.Done { Value: var page })
            {
                return new Sought.NobodyKnows();
            }

            if (page.FirstOrDefault(isIt) is { } found)
            {
                return new Sought.There(new PostId($"{found.Id}"));
            }

            if (page.Count < DiscordApi.MostOfPage)
            {
                return new Sought.NotThere();
            }

            after = page.Select(message => message.Id).MaxBy(id => id.Value);
        }

        return new Sought.NobodyKnows();
    }

    /// <summary>What tells a post from all else that is said in its channel; null where nothing does, or the bot may not read there.</summary>
    private async Task<Func<PostedMessage, bool>?> Telling(Snowflake channel, OutgoingPost post, CancellationToken cancellation)
    {
        if (Snowflake.TryParse(post.ReplyTo?.Value) is { } to)
        {
            return await api.Message(channel, to, cancellation) is Outcome<PostedMessage>.Done { Value: var about }
                ? message => message.MessageReference?.MessageId == to && message.Author == about.Author
                : null;
        }

        return
            post.Marker is { } marker
            && await BotInChannel.Look(api, channel, cancellation) is Outcome<BotInChannel>.Done { Value: var bot }
            && bot.Allowed.Has(Permissions.ReadMessageHistory)
            ? message => message.Author?.Id == bot.Bot && Buttons(message).Any(button => ButtonIds.Says(button.CustomId, marker))
            : null;
    }

    private static IEnumerable<PostedComponent> Buttons(PostedMessage message) =>
        (message.Components ?? []).SelectMany(row => row.Components ?? []);

    /// <summary>A picture shows what is not so any more, and goes.</summary>
    private static MessageEdit Whole(MessageData message) =>
        MessageEdit.To(message) with
        {
            Attachments = Change.To<IReadOnlyList<AttachmentNote>>([]),
        };

    private static (Snowflake Channel, Snowflake Message)? Ids(PostPlace at) =>
        Snowflake.TryParse(at.Place.Value) is { } channel && Snowflake.TryParse(at.Post.Value) is { } message ? (channel, message) : null;

    private static Sent Told(Outcome<PostedMessage> outcome) =>
        outcome switch
        {
            Outcome<PostedMessage>.Done done => new Sent.Arrived(new PostId($"{done.Value.Id}")),
            Outcome<PostedMessage>.NotDone { Why: Failure.Unknown unknown } => new Sent.Unknown(unknown.Sentence),
            Outcome<PostedMessage>.NotDone { Why: var why } => new Sent.Refused(Reason(why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Edited Changed<T>(Outcome<T> outcome) =>
        outcome switch
        {
            Outcome<T>.Done => new Edited.Done(),
            Outcome<T>.NotDone { Why: Failure.Unknown unknown } => new Edited.Unknown(unknown.Sentence),
            Outcome<T>.NotDone { Why: var why } => new Edited.Refused(Reason(why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static WhyNot Reason(Failure failure) =>
        failure switch
        {
            Failure.Refused { Status: 404 } => new WhyNot.Gone(failure.Sentence),
            Failure.Refused { Status: 403 } => new WhyNot.NotAllowed(failure.Sentence),
            Failure.Refused { Status: 429 } or Failure.Unreachable or Failure.Unknown => new WhyNot.Later(failure.Sentence),
            _ => new WhyNot.Other(failure.Sentence),
        };
}
