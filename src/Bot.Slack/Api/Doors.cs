using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>
/// What is asked of Slack's Web API in the name of a workspace, one method a call. Each outcome is a value; cancelling throws, and leaves open whether it was done.
/// A workspace for which there is no token is refused with a sentence.
/// </summary>
internal interface ISlackApi
{
    /// <summary><c>chat.postMessage</c>. There is no key by which Slack knows a message again, so that what may have been done is not done twice: it is <see cref="Failure.Unknown"/>.</summary>
    /// <param name="patience">How long it may take in all; null: as long as anything else.</param>
    Task<Outcome<PostedMessage>> Post(
        CommunityId workspace,
        MessageCreate message,
        CancellationToken cancellation,
        TimeSpan? patience = null
    );

    /// <summary><c>chat.update</c>: all that a message shows, in place of what was there.</summary>
    Task<Outcome<NoContent>> Update(CommunityId workspace, string channel, string ts, MessageBody body, CancellationToken cancellation);

    /// <summary><c>chat.delete</c>. What is gone already is deleted.</summary>
    Task<Outcome<NoContent>> Delete(CommunityId workspace, string channel, string ts, CancellationToken cancellation);

    /// <summary>
    /// <c>conversations.history</c>, or <c>conversations.replies</c>: looks for a post of which nobody knows whether it arrived, by what its metadata names. It takes a scope to read
    /// what is said there, which the bot asks for in direct messages only.
    /// </summary>
    /// <param name="thread">The first message of the thread that it went into; null for none.</param>
    /// <param name="delivery">As it was sent.</param>
    /// <param name="since">When it was sent, or before.</param>
    /// <returns>The post; null where it is not there.</returns>
    Task<Outcome<PostedMessage?>> FindPosted(
        CommunityId workspace,
        PlaceId channel,
        string? thread,
        string delivery,
        DateTimeOffset since,
        CancellationToken cancellation
    );

    /// <summary><c>views.open</c>, within three seconds of what is answered by it.</summary>
    Task<Outcome<NoContent>> OpenView(CommunityId workspace, string triggerId, View view, CancellationToken cancellation);

    /// <summary><c>views.update</c>.</summary>
    Task<Outcome<NoContent>> UpdateView(CommunityId workspace, string viewId, View view, CancellationToken cancellation);

    /// <summary><c>views.publish</c>: somebody's home page.</summary>
    Task<Outcome<NoContent>> PublishView(CommunityId workspace, UserId user, View home, CancellationToken cancellation);

    /// <summary>The three calls of an upload.</summary>
    Task<Outcome<SlackFile>> Upload(CommunityId workspace, FileUpload file, CancellationToken cancellation);

    /// <summary><c>conversations.info</c>: a channel, whatever sort.</summary>
    Task<Outcome<Conversation>> Conversation(CommunityId workspace, PlaceId channel, CancellationToken cancellation);

    /// <summary><c>users.info</c>, remembered for some minutes.</summary>
    Task<Outcome<Member>> Member(CommunityId workspace, UserId user, CancellationToken cancellation);

    /// <summary><c>users.list</c>: the workspace's people without guests and apps, the first thousand, remembered for some minutes.</summary>
    Task<Outcome<IReadOnlyList<NamedUser>>> People(CommunityId workspace, CancellationToken cancellation);

    /// <summary><c>usergroups.users.list</c>: whom a user group has, remembered for some minutes.</summary>
    Task<Outcome<IReadOnlyList<UserId>>> Group(CommunityId workspace, string group, CancellationToken cancellation);

    /// <summary><c>usergroups.list</c>: the workspace's user groups. Refused where its plan has none.</summary>
    Task<Outcome<IReadOnlyList<UserGroup>>> Groups(CommunityId workspace, CancellationToken cancellation);
}

/// <summary>Answers an interaction at the address that came with it. It takes no token, and reaches channels where the bot is no member.</summary>
internal delegate Task<Outcome<NoContent>> RespondTo(ResponseUrl address, ResponseMessage message, CancellationToken cancellation);

/// <summary>Drops the tokens of a workspace that removed the app, and nothing else of it.</summary>
/// <param name="at">When it did, since Slack may tell late.</param>
/// <returns>False where it has installed the app anew since: then nothing is dropped.</returns>
internal delegate ValueTask<bool> DropTokens(CommunityId workspace, DateTimeOffset at, CancellationToken cancellation);

/// <param name="Channel">The channel; of direct messages, which one it is.</param>
/// <param name="Ts">What the message is called there.</param>
internal sealed record PostedMessage(string Channel, string Ts);

/// <summary>Somebody, as far as what they may do turns on it.</summary>
/// <param name="IsAdmin">An admin or an owner of the workspace.</param>
/// <param name="IsOutsider">A guest, a bot, somebody of another organisation, or somebody who was deactivated.</param>
internal sealed record Member(bool IsAdmin, bool IsOutsider)
{
    /// <summary>IANA name of the time zone that they chose; null where Slack does not say.</summary>
    public string? Zone { get; init; }

    /// <summary>What they are called; null where Slack does not say.</summary>
    public string? Name { get; init; }
}
