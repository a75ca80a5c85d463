using Bot.Core.Corrections;
using Bot.Core.Moderation.Cards;
using Bot.Host.Tests.Corrections;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Moderation;

/// <summary>The service dies at every boundary between two steps of a card, and another is started over the same store.</summary>
public sealed class CardCrashTests : CardSide
{
    [Fact]
    public async Task Wherever_it_dies_there_is_one_card_for_each_thing_and_it_says_in_the_end_what_was_decided()
    {
        var host = await Start();
        await Choose();

        // Every post is looked at once for corrections: that of the choice too, and not among the steps of cards.
        await Pass(Grace + TimeSpan.FromMinutes(1));
        await Until(async () => (await Open(host)).Count == 0);
        await host.DisposeAsync();
        var deaths = new List<string>();
        var (call, after, things) = (1, false, 0);
        for (var alive = false; !alive; (call, after) = after ? (call + 1, false) : (call, true))
        {
            var doom = new Doom(post: null, call, after);
            host = await Start(doom.Over);
            things++;
            await Report(host);
            await Until(() => doom.DiedAt is not null || Shows("One member said"));
            await Report(host);
            await Until(() => doom.DiedAt is not null || Shows("2 members said"));
            await Reject(host);
            await Until(async () => doom.DiedAt is not null || await AllOver(host));
            alive = doom.DiedAt is null;
            deaths.Add($"{(after ? "after" : "before")} {doom.DiedAt}");
            await host.DisposeAsync();

            host = await Start();
            await Until(async () => await AllOver(host));
            await Pass(TimeSpan.FromMinutes(2));

            // What had no card when it was decided needs none.
            things = AllDecided(things) ? things : things - 1;
            AllDecided(things).ShouldBeTrue(deaths[^1]);
            Cards.Count.ShouldBe(things, deaths[^1]);
            await host.DisposeAsync();
        }

        // Each of these was met, before and after: or the test looks at other steps than there are.
        foreach (var step in (string[])["keep Sending", "post", "keep Posted", "edit", "keep Over"])
        {
            deaths.ShouldContain($"before {step}");
            deaths.ShouldContain($"after {step}");
        }

        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<TrackedPost>> Open(RunningHost host) =>
        await host.Services.GetRequiredService<ICorrections>().Open(Time.GetUtcNow(), Time.GetUtcNow() - Grace, 1, Cancellation);

    private bool Shows(string words) => Cards.Exists(card => Has(card, words));

    private static async Task<bool> AllOver(RunningHost host) => (await Known(host)).All(card => card.State == CardState.Over);

    private bool AllDecided(int things) => Cards.Count(card => Has(card, "Decided on")) == things;
}
