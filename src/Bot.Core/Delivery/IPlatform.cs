using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;

namespace Bot.Core.Delivery;

/// <summary>A chat platform, as far as saying things there goes. There is none where the service has no token for it.</summary>
public interface IPlatform
{
    /// <summary>What the ids of its communities begin with: "discord", "slack".</summary>
    string Name { get; }

    /// <summary>How long the platform makes no second post of the same delivery, so that what may be there can be sent again; zero where it makes one at once.</summary>
    TimeSpan KnownAgain => TimeSpan.Zero;

    /// <summary>Says something in a channel, for everybody there to see. Whoever has to know what became of it uses <see cref="Poster"/>.</summary>
    Task<Sent> Post(OutgoingPost post, CancellationToken cancellation);

    /// <summary>Shows something else in place of what a post shows. Doing it twice is as doing it once.</summary>
    Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation);

    /// <summary>Takes a post away. One that is gone is taken away.</summary>
    Task<Edited> Remove(PostPlace at, CancellationToken cancellation);

    /// <summary>Says something to one person alone, in a direct message.</summary>
    /// <param name="delivery">What made it.</param>
    Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation);

    /// <summary>How long it passes over what is said again under the same delivery; zero where it would say it twice.</summary>
    TimeSpan PassesOver => TimeSpan.Zero;

    /// <summary>Looks for something that was perhaps said, where its receipt does not tell.</summary>
    /// <param name="post">As it was said.</param>
    /// <param name="since">When it was begun.</param>
    Task<Sought> Find(OutgoingPost post, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult<Sought>(new Sought.NobodyKnows());

    /// <summary>Where a browser shows a post, or at least its channel; null where that is not known.</summary>
    Uri? Address(PostPlace at) => null;

    /// <summary>How commands are called there.</summary>
    Naming Naming => Naming.Slash;

    /// <summary>Whether anybody of a community can read along in a channel; false also where that is not known.</summary>
    Task<bool> IsForAll(CommunityId community, PlaceId place, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>What somebody is in a community; null where that is not known now.</summary>
    Task<Belonging?> Belongs(CommunityId community, UserId user, CancellationToken cancellation) => Task.FromResult<Belonging?>(null);

    /// <summary>People of a community whose names begin with what was typed; a few, none where that is not known now.</summary>
    /// <param name="typed">At least one letter of it.</param>
    Task<IReadOnlyList<NamedUser>> People(CommunityId community, string typed, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<NamedUser>>([]);

    bool Serves(CommunityId community) => community.Value.StartsWith($"{Name}:", StringComparison.Ordinal);
}

/// <summary>Somebody on a platform, by id and name.</summary>
/// <param name="Name">As others see them.</param>
public readonly record struct NamedUser(UserId Id, string Name);

/// <summary>Where a post is.</summary>
public readonly record struct PostPlace(CommunityId Community, PlaceId Place, PostId Post);

/// <summary>What became of something that was said. Closed.</summary>
public abstract record Sent
{
    private Sent() { }

    public sealed record Arrived(PostId Post) : Sent
    {
        /// <summary>Why its picture is not there, as a sentence; null where nothing lacks.</summary>
        public string? NoPicture { get; init; }
    }

    /// <summary>It is not there.</summary>
    public sealed record Refused(WhyNot Why) : Sent;

    /// <summary>It may be there, until somebody looks.</summary>
    public sealed record Unknown(string Sentence) : Sent;
}

/// <summary>Whether something was said. Closed.</summary>
public abstract record Sought
{
    private Sought() { }

    public sealed record There(PostId Post) : Sought;

    /// <summary>It was not said, or is gone.</summary>
    public sealed record NotThere : Sought;

    /// <summary>Not all that was said can be read.</summary>
    public sealed record NobodyKnows : Sought;
}

/// <summary>What became of a change to a post, or of taking it away. Closed.</summary>
public abstract record Edited
{
    private Edited() { }

    public sealed record Done : Edited;

    /// <summary>It is as it was.</summary>
    public sealed record Refused(WhyNot Why) : Edited;

    /// <summary>It may have been done, until somebody looks; it can be tried again.</summary>
    public sealed record Unknown(string Sentence) : Edited;
}

/// <summary>Why a platform did not do something. Closed.</summary>
public abstract record WhyNot
{
    private WhyNot(string sentence) => Sentence = sentence;

    /// <summary>What is wrong and what to do.</summary>
    public string Sentence { get; }

    /// <summary>The channel or the post is not there any more.</summary>
    public sealed record Gone(string Sentence) : WhyNot(Sentence);

    /// <summary>The bot may not; somebody there can change that.</summary>
    public sealed record NotAllowed(string Sentence) : WhyNot(Sentence);

    /// <summary>Not now: the same may be tried later.</summary>
    public sealed record Later(string Sentence) : WhyNot(Sentence);

    public sealed record Other(string Sentence) : WhyNot(Sentence);
}
