using Bot.Core.Corrections;
using Bot.Core.Delivery;
using Bot.Core.Moderation;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Corrections;

/// <summary>The service dies at every boundary between two steps of a correction, and another is started over the same store.</summary>
public sealed class CrashTests : PostedSide
{
    [Fact]
    public async Task Wherever_it_dies_the_post_shows_what_it_should_in_the_end_with_one_note_for_each_change()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        var says = Story(host).Book[fact].Says;
        await host.DisposeAsync();
        var deaths = new List<string>();
        var (call, after, changes) = (1, false, 0);
        for (var alive = false; !alive; (call, after) = after ? (call + 1, false) : (call, true))
        {
            var doom = new Doom(post.Id, call, after);
            host = await Start(doom.Over);
            await Make(host, changes++ % 2 == 0 ? new Change.Retract(fact, Today) : new Change.Undo(fact));
            await Pass(Grace);
            await Until(async () => doom.DiedAt is not null || (await Tracked(host))[0].Pending is null);
            alive = doom.DiedAt is null;
            deaths.Add($"{(after ? "after" : "before")} {doom.DiedAt}");
            await host.DisposeAsync();

            host = await Start();
            await Until(async () => (await Tracked(host))[0] is { Pending: null, Noting.Count: 0 });
            await Pass(TimeSpan.FromMinutes(3));
            Check(post, says, isGiven: changes % 2 == 0, changes, deaths[^1]);
            (await host.Services.GetRequiredService<IReceipts>().Unknown(DateTimeOffset.MaxValue, Cancellation)).ShouldBeEmpty();
            await host.DisposeAsync();
        }

        // Each of these was met, before and after: or the test looks at another correction than there is.
        foreach (var step in (string[])["take", "edit", "save Corrected 0", "save Corrected 1", "begin", "post", "posted"])
        {
            deaths.ShouldContain($"before {step}");
            deaths.ShouldContain($"after {step}");
        }

        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_it_dies_with_a_note_on_its_way_and_is_away_for_hours_it_looks_whether_the_note_is_there(bool arrived)
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        await host.DisposeAsync();
        var doom = new Doom(post.Id, 6, arrived);
        host = await Start(doom.Over);
        await Make(host, new Change.Retract(fact, Today));
        await Until(() => doom.DiedAt is not null);
        await host.DisposeAsync();
        (doom.DiedAt, Notes(post).Count).ShouldBe(("post", arrived ? 1 : 0));

        Time.Advance(TimeSpan.FromHours(5));
        host = await Start();
        await Until(async () => (await Tracked(host))[0] is { Pending: null, Noting.Count: 0 });

        Notes(post).ShouldHaveSingleItem();
        (await Tracked(host))[0].State.ShouldBe(CorrectionState.Corrected);
        (await host.Services.GetRequiredService<IReceipts>().Unknown(DateTimeOffset.MaxValue, Cancellation)).ShouldBeEmpty();
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    private void Check(StandInMessage post, string says, bool isGiven, int changes, string death)
    {
        Text(post).Contains(says, StringComparison.Ordinal).ShouldBe(isGiven, death);
        Notes(post).Count.ShouldBe(changes, death);
    }
}
