using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Posts;

/// <summary>Says things in Slack's channels, as the bot.</summary>
/// <param name="names">Null: commands are called by themselves.</param>
internal sealed class SlackPlatform(ISlackApi api, TimeProvider time, SlackNames? names = null) : IPlatform
{
    private static readonly WhyNot HasNoName = new WhyNot.NotAllowed(
        "It was posted where the bot is no member, so that Slack does not let it be changed: invite the bot there, and share it again."
    );

    /// <summary>So far are clocks apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    /// <summary>So many people are offered.</summary>
    private const int MostPeople = 10;

    private readonly PicturedPosts pictured = new(api, time);

    public string Name => "slack";

    public Naming Naming => names?.Typed ?? Naming.Slash;

    public async Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
    {
        var thread = Thread(post);
        var message = new MessageCreate(post.Place.Value, Renderer.Render(Named(post.Reply), post.Buttons))
        {
            ThreadTs = thread,
            Delivery = post.Delivery.Value,
        };
        if (post.Picture is not { } picture)
        {
            return Told(await api.Post(post.Community, message, cancellation, post.Patience), thread);
        }

        var (outcome, noPicture) = await pictured.Post(post.Community, message, picture, post.Patience, cancellation);
        return Told(outcome, thread) is Sent.Arrived arrived ? arrived with { NoPicture = noPicture } : Told(outcome, thread);
    }

    public async Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
        MessageName.Of(at.Post) is { } name
            ? Changed(await api.Update(at.Community, at.Place.Value, name.Ts, Renderer.Render(Named(reply), buttons), cancellation))
            : new Edited.Refused(HasNoName);

    /// <remarks>Slack opens the channel (<see href="https://docs.slack.dev/interactivity/deep-linking"/>); the message itself has no address that follows from its ids.</remarks>
    public Uri? Address(PostPlace at) =>
        SlackCommunity.Team(at.Community) is { } team
            ? new Uri($"https://slack.com/app_redirect?team={Uri.EscapeDataString(team)}&channel={Uri.EscapeDataString(at.Place.Value)}")
            : null;

    public async Task<Edited> Remove(PostPlace at, CancellationToken cancellation) =>
        MessageName.Of(at.Post) is { } name
            ? Changed(await api.Delete(at.Community, at.Place.Value, name.Ts, cancellation))
            : new Edited.Refused(HasNoName);

    /// <remarks>Slack opens the direct messages with a person whom something is posted to.</remarks>
    public async Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation) =>
        Told(
            await api.Post(community, new MessageCreate(user.Value, Renderer.Render(reply)) { Delivery = delivery.Value }, cancellation),
            thread: null
        );

    /// <remarks>By what its metadata names, where the bot may read what is said there; else nobody knows.</remarks>
    public async Task<Sought> Find(OutgoingPost post, DateTimeOffset since, CancellationToken cancellation)
    {
        var thread = Thread(post);
        return await api.FindPosted(post.Community, post.Place, thread, post.Delivery.Value, since - Skew, cancellation) switch
        {
            Outcome<PostedMessage?>.Done { Value: { } found } => new Sought.There(new MessageName(found.Ts, thread).Post),
            Outcome<PostedMessage?>.Done => new Sought.NotThere(),
            _ => new Sought.NobodyKnows(),
        };
    }

    public async Task<bool> IsForAll(CommunityId community, PlaceId place, CancellationToken cancellation) =>
        await api.Conversation(community, place, cancellation)
            is Outcome<Conversation>.Done { Value: { IsPrivate: false, IsIm: false, IsMpim: false } };

    public async Task<Belonging?> Belongs(CommunityId community, UserId user, CancellationToken cancellation) =>
        await api.Member(community, user, cancellation) switch
        {
            Outcome<Member>.Done { Value: { IsOutsider: false } member } => member.IsAdmin ? Belonging.Manager : Belonging.Member,
            Outcome<Member>.Done => Belonging.Stranger,
            Outcome<Member>.NotDone { Why: Failure.Refused { Code: var code } } when ErrorTable.Class(code) == ErrorClass.Gone =>
                Belonging.Stranger,
            _ => null,
        };

    public async Task<IReadOnlyList<NamedUser>> People(CommunityId community, string typed, CancellationToken cancellation) =>
        await api.People(community, cancellation) is Outcome<IReadOnlyList<NamedUser>>.Done { Value: var all }
            ? [.. all.Where(user => BeginsWith(user.Name, typed)).Take(MostPeople)]
            : [];

    /// <summary>A word of the name does.</summary>
    private static bool BeginsWith(string name, string typed) =>
        name.Split(' ').Append(name).Any(part => part.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    public static WhyNot Reason(Failure failure) =>
        failure switch
        {
            Failure.Refused refused => ErrorTable.Class(refused.Code) switch
            {
                ErrorClass.Gone => new WhyNot.Gone(failure.Sentence),
                ErrorClass.NotAllowed => new WhyNot.NotAllowed(failure.Sentence),
                ErrorClass.Quota => new WhyNot.Later(failure.Sentence),
                _ => new WhyNot.Other(failure.Sentence),
            },
            _ => new WhyNot.Later(failure.Sentence),
        };

    private Reply Named(Reply reply) => reply is Digest digest ? digest.Called(Naming) : reply;

    private static string? Thread(OutgoingPost post) => post.ReplyTo is { } to ? MessageName.Of(to)?.Root : null;

    private static Sent Told(Outcome<PostedMessage> outcome, string? thread) =>
        outcome switch
        {
            Outcome<PostedMessage>.Done done => new Sent.Arrived(new MessageName(done.Value.Ts, thread).Post),
            Outcome<PostedMessage>.NotDone { Why: Failure.Unknown unknown } => new Sent.Unknown(unknown.Sentence),
            Outcome<PostedMessage>.NotDone { Why: var why } => new Sent.Refused(Reason(why)),
            _ => throw new UnreachableException(),
        };

    private static Edited Changed(Outcome<NoContent> outcome) =>
        outcome switch
        {
            Outcome<NoContent>.Done => new Edited.Done(),
            Outcome<NoContent>.NotDone { Why: Failure.Unknown unknown } => new Edited.Unknown(unknown.Sentence),
            Outcome<NoContent>.NotDone { Why: var why } => new Edited.Refused(Reason(why)),
            _ => throw new UnreachableException(),
        };
}
