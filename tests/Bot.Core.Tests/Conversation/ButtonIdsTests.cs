using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;

namespace Bot.Core.Tests.Conversation;

/// <summary>What a button carries comes back whole, or does nothing and says why.</summary>
public sealed class ButtonIdsTests
{
    private static readonly CommunityId Town = new("discord:1");
    private static readonly StorySlug Story = new("harbour-bridge");
    private readonly ButtonIds buttons = Under(1);

    [Fact]
    public void A_line_is_said_as_it_would_be_typed_if_there_is_room()
    {
        buttons.Read(ButtonIds.Say("/story who"), Town).ShouldBe(new Pressed.Say("/story who"));
        ButtonIds.Say(new string('x', 100)).ShouldBeNull();
        buttons.Read(ButtonIds.Draw("/story timeline"), Town).ShouldBe(new Pressed.Draw("/story timeline"));
        ButtonIds.Draw(new string('x', 100)).ShouldBeNull();
    }

    [Fact]
    public void A_form_on_digests_comes_back_with_all_that_has_room_in_its_fields()
    {
        var longest = DigestForm.Fields.ToDictionary(field => field.Key, field => new string('x', field.Most));

        var id = ButtonIds.Plan(new Command.PlanDigest("0123abcd", longest));

        id.Length.ShouldBe(ButtonIds.Longest);
        var plan = buttons.Read(id, Town).ShouldBeOfType<Pressed.Plan>().Form;
        plan.Which.ShouldBe("0123abcd");
        plan.Typed.ShouldBe(longest, ignoreOrder: true);
        Dead(buttons.Read("1:plan:0123abcd|daily", Town)).ShouldContain("did not arrive whole");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 15)]
    [InlineData(6, 255)]
    [InlineData(6, 256)]
    [InlineData(9, 1)]
    [InlineData(6, int.MaxValue)]
    public void Facts_come_back_with_their_revisions_as_many_as_have_room(int count, int revision)
    {
        var facts = Facts(count, revision);

        var id = buttons.Share(Town, Story, facts);

        id.Length.ShouldBeLessThanOrEqualTo(100);
        var share = buttons.Read(id, Town).ShouldBeOfType<Pressed.Share>();
        share.Facts.Story.ShouldBe(Story.Handle);
        share.Facts.Facts.ShouldBe(facts.Take(share.Facts.Facts.Count).Select(shown => new HandledFact(shown.Fact.Handle, revision)));
        share.Facts.Facts.Count.ShouldBe(revision > 255 ? (revision == 256 ? 5 : 3) : Math.Min(count, 6));
    }

    [Fact]
    public void After_a_restart_and_on_another_replica_the_same_key_reads_it()
    {
        var id = buttons.Share(Town, Story, Facts(6, 1));

        Under(1).Read(id, Town).ShouldBeOfType<Pressed.Share>();
        Under(1).Share(Town, Story, Facts(6, 1)).ShouldBe(id);
    }

    [Fact]
    public void One_of_another_service_or_place_was_not_made_here()
    {
        string[] ids = [buttons.Share(Town, Story, Facts(2, 1)), buttons.Remove(Town, buttons.Asker(Town, new UserId("7")))];
        foreach (var id in ids)
        {
            Dead(Under(2).Read(id, Town)).ShouldContain("not made here");
            Dead(buttons.Read(id, new CommunityId("discord:2"))).ShouldContain("not made here");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rm -rf")]
    [InlineData("0:say:/help")]
    [InlineData("7:share:00000000:000000001:0123456789abcdef")]
    [InlineData("1:burn:00000000")]
    public void One_of_another_version_says_so(string? id) => Dead(buttons.Read(id, Town)).ShouldContain("another version");

    [Fact]
    public void One_that_is_cut_or_changed_anywhere_does_nothing()
    {
        string[] ids = [buttons.Share(Town, Story, Facts(6, 31)), buttons.Remove(Town, buttons.Asker(Town, new UserId("7")))];
        foreach (var id in ids)
        {
            for (var at = 0; at < id.Length; at++)
            {
                Dead(buttons.Read(id[..at], Town)).ShouldNotBeEmpty();
                foreach (var c in (char[])['0', 'f', ':', ',', 'A', '\u00E9'])
                {
                    var changed = $"{id[..at]}{c}{id[(at + 1)..]}";
                    if (changed != id)
                    {
                        buttons.Read(changed, Town).ShouldBeOfType<Pressed.Dead>(changed);
                    }
                }
            }

            Dead(buttons.Read(id[..^1], Town)).ShouldContain("did not arrive whole");
            Dead(buttons.Read($"{id}x", Town)).ShouldContain("did not arrive whole");
        }
    }

    [Fact]
    public void Who_asked_stands_there_for_the_service_alone()
    {
        var asker = buttons.Asker(Town, new UserId("1200000000000000004"));

        buttons.Read(buttons.Remove(Town, asker), Town).ShouldBe(new Pressed.Remove(asker));
        buttons.Asker(Town, new UserId("1200000000000000004")).ShouldBe(asker);
        asker.ShouldNotContain("1200");
        string[] others =
        [
            asker,
            buttons.Asker(Town, new UserId("1200000000000000005")),
            buttons.Asker(new CommunityId("discord:2"), new UserId("1200000000000000004")),
            Under(2).Asker(Town, new UserId("1200000000000000004")),
        ];
        others.ShouldBeUnique();
    }

    private static ButtonIds Under(byte key) => new(new KeyedSeal(() => [.. Enumerable.Repeat(key, 32)]));

    private static List<ShownFact> Facts(int count, int revision) =>
        [.. Enumerable.Range(0, count).Select(i => new ShownFact(new FactId($"fact-{i}"), revision))];

    private static string Dead(Pressed pressed) => pressed.ShouldBeOfType<Pressed.Dead>().Sentence;
}
