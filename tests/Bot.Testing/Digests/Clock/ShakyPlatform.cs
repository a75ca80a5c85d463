using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing.Digests.Clock;

/// <summary>A platform that is slow, refuses, loses what it is given, and does not always say what it did.</summary>
internal sealed class ShakyPlatform(string name, TimeSpan knownAgain, FakeTimeProvider time, Random dice) : IPlatform
{
    private readonly List<(PlaceId Place, CommunityId Community, DateTimeOffset From, DateTimeOffset To)> outages = [];

    public string Name => name;

    public TimeSpan KnownAgain => knownAgain;

    /// <summary>What everybody in the channels can see, in order.</summary>
    public List<(OutgoingPost Post, DateTimeOffset At)> Seen { get; } = [];

    /// <summary>Whom it told something, by what made it.</summary>
    public List<DeliveryId> Told { get; } = [];

    public int Asked { get; private set; }

    /// <summary>Of the process that speaks with it now.</summary>
    public Fate Fate { get; set; } = new(dice, 0);

    /// <summary>Whether it misbehaves.</summary>
    public bool IsShaky { get; set; } = true;

    public void Break(CommunityId community, PlaceId place, DateTimeOffset from, TimeSpan length) =>
        outages.Add((place, community, from, from + length));

    public bool IsOut(CommunityId community, PlaceId place) =>
        IsShaky
        && outages.Exists(outage => outage.Community == community && outage.Place == place && Now >= outage.From && Now < outage.To);

    public Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
    {
        Fate.Step();
        Asked++;
        var roll = IsShaky ? dice.NextDouble() : 1;
        if (IsOut(post.Community, post.Place))
        {
            return Answer(
                new Sent.Refused(new WhyNot.NotAllowed("I may not write in this channel. Somebody who manages it can change that."))
            );
        }

        switch (roll)
        {
            case < 0.03:
                return Answer(new Sent.Refused(new WhyNot.Later("The platform is busy.")));
            case < 0.05:
                return Answer(new Sent.Unknown("The connection ended before there was an answer."));
            case < 0.09:
                time.Advance(TimeSpan.FromSeconds(dice.Next(5, 35)));
                break;
        }

        var known = Seen.FindIndex(seen => seen.Post.Delivery == post.Delivery && Now - seen.At < knownAgain);
        if (known < 0)
        {
            Seen.Add((post, Now));
        }

        Fate.Step();
        return Answer(
            roll is >= 0.09 and < 0.12 ? new Sent.Unknown("The answer got lost.") : new Sent.Arrived(new PostId($"{Seen.Count}"))
        );
    }

    public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Edited> Remove(PostPlace at, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation)
    {
        Fate.Step();
        Told.Add(delivery);
        Fate.Step();
        return Answer(new Sent.Arrived(new PostId("told")));
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private static Task<Sent> Answer(Sent sent) => Task.FromResult(sent);
}
