using System.Text.Json.Nodes;
using Bot.Core.Conversation;
using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Corrections;

/// <summary>A fact that many posts show turns out to be wrong.</summary>
public sealed class ManyPostsTests : PostedSide
{
    private const int Channels = 10;
    private const int Posts = 200;
    private static readonly FactId Fact = new("bridge-closed");

    [Fact]
    public async Task Two_hundred_posts_show_what_is_right_with_one_note_each_within_the_limits_and_the_rest_are_listed_with_the_reason()
    {
        var host = await Start();
        var was = Story(host).Book[Fact].Says;
        var posts = await Post(host);
        var (forbidden, gone) = (ChannelOf(3), ChannelOf(4));
        var deleted = posts.First(post => post.Channel == ChannelOf(7));
        deleted.IsDeleted = true;
        Discord.StandIn.World.Refusing[forbidden] = 50013;
        Discord.StandIn.World.Channels.Remove(gone);
        await host.Services.GetRequiredService<IReceipts>().Begin(Lost(), spaced: false, Cancellation);

        await Make(host, new Change.Retract(Fact, Today));
        await Until(async () => (await Tracked(host)).All(post => post.Pending is null || NoteName.Is(post.Receipt.Delivery)));

        var tracked = (await Tracked(host))
            .Where(post => !NoteName.Is(post.Receipt.Delivery))
            .ToDictionary(post => post.Receipt.Delivery.Value);
        var cannot = posts.Where(post => post == deleted || post.Channel == forbidden || post.Channel == gone).ToList();
        cannot.Count.ShouldBe(1 + (2 * Posts / Channels));
        posts
            .Except(cannot)
            .ShouldAllBe(post => !Text(post).Contains(was) && Text(post).Contains("its source took it back") && Notes(post).Count == 1);
        cannot.ShouldAllBe(post => post.Edited == null && Notes(post).Count == 0);
        tracked.Values.Count(post => post.State == CorrectionState.Corrected).ShouldBe(Posts - cannot.Count);
        var left = tracked.Values.Where(post => post.State == CorrectionState.CannotEdit).ToList();
        left.Count.ShouldBe(cannot.Count + 1);
        left.ShouldAllBe(post => post.Why!.Length > 20);
        tracked["lost"].Why!.ShouldContain("Nobody knows whether it arrived");
        (Discord.StandIn.Limits.Exceeded, Discord.StandIn.Violations.Count).ShouldBe((0, 0));
    }

    private async Task<IReadOnlyList<StandInMessage>> Post(RunningHost host)
    {
        for (var number = 0; number < Channels; number++)
        {
            Discord.StandIn.World.Channels[ChannelOf(number)] = new JsonObject
            {
                ["id"] = ChannelOf(number),
                ["type"] = 0,
                ["guild_id"] = Guild,
                ["name"] = $"channel {number}",
                ["parent_id"] = null,
                ["permission_overwrites"] = new JsonArray(),
            };
        }

        var services = host.Services;
        var (poster, platform, desk) = (
            services.GetRequiredService<Poster>(),
            services.GetRequiredService<IPlatform>(),
            services.GetRequiredService<Desk>()
        );
        var shown = new Command.ShowAgain(Story(host).Story.Slug.Handle, [new HandledFact(Fact.Handle, 1)]);
        var sending = Enumerable
            .Range(0, Posts)
            .Select(number =>
                poster.Send(
                    platform,
                    new OutgoingPost
                    {
                        Community = Community,
                        Delivery = new DeliveryId($"post {number:000}"),
                        Place = new PlaceId(ChannelOf(number % Channels)),
                        Story = new StorySlug("harbour-bridge"),
                        Reply = desk.Handle(shown, new StorySlug("harbour-bridge"), Community),
                        Patience = TimeSpan.FromHours(1),
                    },
                    Cancellation
                )
            )
            .ToList();
        await Until(() => sending.TrueForAll(post => post.IsCompleted));
        (await Task.WhenAll(sending)).ShouldAllBe(post => post is Posted.Now && ((Posted.Now)post).Sent is Sent.Arrived);
        return Discord.Seen;
    }

    /// <summary>The service died while this one was on its way.</summary>
    private Receipt Lost() =>
        new()
        {
            Community = Community,
            Delivery = new DeliveryId("lost"),
            Place = new PlaceId(ChannelOf(0)),
            Story = new StorySlug("harbour-bridge"),
            Facts = [new ShownFact(Fact, 1)],
            Content = "h",
            At = Time.GetUtcNow() - TimeSpan.FromHours(1),
        };

    private static string ChannelOf(int number) => $"17000000000000000{number:00}";
}
