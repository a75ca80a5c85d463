using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Host.Tests.Discord;
using Bot.Testing.Discord;

namespace Bot.Host.Tests.Corrections;

/// <summary>A digest that was posted is corrected as other posts are, and stays a digest.</summary>
public sealed class CorrectedDigestTests : PostedSide
{
    private const string Moderates = "274877917184";
    private static readonly FactId Cracks = new("cracks-found");
    private static readonly FactId Open = new("railway-span-open");

    [Fact]
    public async Task A_digest_keeps_its_headings_marks_what_changed_since_and_does_not_repeat_what_was_taken_back()
    {
        var digest = await Busy();
        await Pass(TimeSpan.FromMinutes(30));
        (digest.Edited, Notes(digest).Count).ShouldBe((null, 0));
        var host = await Start();
        var (found, open) = (Story(host).Book[Cracks].Says, Story(host).Book[Open].Says);
        Text(digest).ShouldContain(found);
        ((string)digest.Json()["attachments"]!.AsArray().ShouldHaveSingleItem()!["description"]!).ShouldContain(found);

        await Make(host, new Change.Retract(Cracks, Today));
        await Make(host, new Change.Dispute(Open, "The harbour master says that it is shut."));
        await Until(() => digest.Edited is not null && Notes(digest).Count == 1);

        var text = Text(digest);
        text.ShouldContain("the digest of Monday 1 June 2026, 09:");
        text.ShouldContain("as it stands now");
        string[] inOrder =
        [
            "A statement that stood here is left out: its source took it back.",
            "**Disputed**",
            "corrected since this was posted: Because",
            "**No longer so**",
        ];
        inOrder.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ShouldBeInOrder();
        inOrder.ShouldAllBe(part => text.Contains(part, StringComparison.Ordinal));
        text.ShouldNotContain(found);
        digest.Json()["attachments"]!.AsArray().ShouldBeEmpty();
        text.ShouldContain(open);
        text.ShouldContain("Corrected on 1 June 2026");
        await Pass(TimeSpan.FromHours(1));
        Notes(digest).Count.ShouldBe(1);
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_facts_that_an_edition_makes_one_stand_once_in_the_digest_that_showed_both()
    {
        await using (var before = await Start())
        {
            await Type("schedule", ("at", "23:00"), ("zone", "UTC"));
            (await Type("now")).ShouldBe("It was posted.");
        }

        var digest = Discord.Seen[^1];
        Text(digest).ShouldContain("Divers found cracks");
        NextEdition("The cracks and the trains are told together.");
        Stories.Edit(
            "knowledge/harbour-bridge/facts.yaml",
            text => Without(Open, text).Replace($"- id: {Cracks}\n", $"- id: {Cracks}\n  formerly: [{Open}]\n", StringComparison.Ordinal)
        );
        Stories.Edit(
            "knowledge/harbour-bridge/story.yaml",
            text => text.Replace($", {Open}]", "]", StringComparison.Ordinal).Replace($"[{Open}]", $"[{Cracks}]", StringComparison.Ordinal)
        );
        var host = await Start();

        await Until(() => digest.Edited is not null && Notes(digest).Count == 1);
        await Pass(TimeSpan.FromMinutes(30));

        host.Log.Text.ShouldNotContain("correcting a post");
        Text(digest).Split("Divers found cracks").Length.ShouldBe(2);
        Text(digest).ShouldNotContain("railway span");
        (await Tracked(host))[0].Facts.Count(seen => seen.Fact == Cracks).ShouldBe(1);
    }

    /// <summary>A digest of what is disputed and what is no longer so.</summary>
    private async Task<StandInMessage> Busy()
    {
        await using (var host = await Start())
        {
            await Type("schedule", ("at", "23:00"), ("zone", "UTC"));
            (await Type("now")).ShouldBe("It was posted.");
        }

        NextEdition("What Ollivant said is over.");
        Stories.Edit(
            "knowledge/harbour-bridge/facts.yaml",
            text =>
                text.Replace(
                    "- id: ollivant-no-gamble\n",
                    "- id: ollivant-no-gamble\n  ended: {how: superseded, on: 2026-05-30, reason: She has said more since.}\n",
                    StringComparison.Ordinal
                )
        );
        var next = await Start();
        await Make(next, new Change.Dispute(Cracks, "The ferry company says otherwise."));
        await Make(next, new Change.Dispute(Open, "The ferry company says otherwise."));
        Time.Advance(TimeSpan.FromMinutes(10));
        (await Type("now")).ShouldBe("It was posted.");
        return Discord.Seen[^1];
    }

    /// <summary>What a file of facts is without one of them.</summary>
    private static string Without(FactId fact, string text)
    {
        var from = text.IndexOf($"- id: {fact}\n", StringComparison.Ordinal);
        return text.Remove(from, text.IndexOf("\n- id: ", from, StringComparison.Ordinal) + 1 - from);
    }

    private void NextEdition(string note) =>
        Stories.Edit(
            "knowledge/harbour-bridge/story.yaml",
            text =>
                text.Replace(
                    "edition: 1\nedition-notes:\n",
                    $"edition: 2\nedition-notes:\n  - edition: 2\n    date: 2026-05-31\n    note: {note}\n",
                    StringComparison.Ordinal
                )
        );

    private async Task<string> Type(string command, params (string Name, string Value)[] options) =>
        await Discord.Finished(
            await Discord.Do(Doing.Typed("digest", command, options) with { Permissions = Moderates }, Cancellation),
            Cancellation
        );
}
