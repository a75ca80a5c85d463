using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Operating;

namespace Bot.Core.Tests.Operating;

/// <summary>What the operator was told counts as told only where the channel was asked to the end.</summary>
public sealed class OperatorRoundTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_called_off_or_failed_is_told_by_the_next_look()
    {
        var (channel, concerns) = (new Channel(), new InMemoryConcerns());
        var round = new OperatorRound(
            new OperatorChannel(new CommunityId("discord:1"), new PlaceId("2")),
            [channel],
            [new GivenUpConnection("Slack", () => false, () => "The token was revoked.")],
            concerns,
            TimeProvider.System,
            (sentence, why) => throw new InvalidOperationException($"{sentence} {why}")
        );

        foreach (var fault in new Exception[] { new OperationCanceledException(), new IOException("Cut off.") })
        {
            channel.Fault = fault;
            await Should.ThrowAsync<Exception>(() => round.Turn(Cancel));
            (await concerns.OfKind("slack", Cancel)).ShouldBeEmpty();
        }

        channel.Fault = null;
        await round.Turn(Cancel);
        await round.Turn(Cancel);

        channel.Told.ShouldHaveSingleItem().ShouldBe("Nothing comes from Slack. The token was revoked.");
    }

    private sealed class Channel : IPlatform
    {
        public string Name => "discord";
        public Exception? Fault { get; set; }
        public List<string> Told { get; } = [];

        public Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
        {
            if (Fault is not null)
            {
                throw Fault;
            }

            Told.Add(post.Reply.Headline);
            return Task.FromResult<Sent>(new Sent.Arrived(new PostId($"{Told.Count}")));
        }

        public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<Edited> Remove(PostPlace at, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
