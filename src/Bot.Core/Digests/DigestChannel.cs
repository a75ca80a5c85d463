using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Digests;

/// <summary>The channel that digests come in: whether anything can be posted there is tried out by a post.</summary>
public sealed class DigestChannel(Poster poster, IEnumerable<IPlatform> platforms, DigestReports reports)
{
    /// <summary>The platform to post on; null where there is none.</summary>
    public IPlatform? Of(CommunityId community) => platforms.FirstOrDefault(each => each.Serves(community));

    /// <summary>A post that says one thing, and when the next digest comes.</summary>
    public Task<Posted> Try(
        IPlatform platform,
        Schedule schedule,
        string sentence,
        StorySnapshot story,
        DigestAsker asker,
        CancellationToken cancellation
    ) =>
        poster.Send(
            platform,
            new OutgoingPost
            {
                Community = schedule.Community,
                Delivery = new DeliveryId($"digest test {schedule.Community} {schedule.Id} {asker.Delivery}"),
                Place = schedule.Place,
                Story = story.Story.Slug,
                Reply = new Notice { Headline = sentence, Parts = [reports.Next(schedule)] },
                Patience = DigestRules.Patience,
            },
            cancellation
        );

    /// <summary>What came of trying.</summary>
    public async Task<Reply> Test(Schedule schedule, StorySnapshot story, DigestAsker asker, CancellationToken cancellation) =>
        Of(asker.Community) is not { } platform
            ? new Refusal { Headline = DigestWords.NeedsChannel }
            : await Try(platform, schedule, DigestWords.IsTest(story.Story.Title, schedule.Timing), story, asker, cancellation) switch
            {
                Posted.Now { Sent: Sent.Refused refused } => new Refusal { Headline = DigestWords.TestRefused(refused.Why.Sentence) },
                Posted.Now { Sent: Sent.Unknown } => new Notice { Headline = DigestWords.TestUnsure },
                _ => new Notice { Headline = DigestWords.TestArrived },
            };
}
