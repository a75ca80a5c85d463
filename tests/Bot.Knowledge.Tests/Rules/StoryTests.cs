using Bot.Core.Facts;
using static Bot.Knowledge.Tests.SmallStory;

namespace Bot.Knowledge.Tests.Rules;

public sealed class StoryTests
{
    [Fact]
    public void A_story_without_facts_is_of_edition_zero()
    {
        var draft = Draft with { Facts = [], Edition = null, EditionNotes = [] };

        draft.Book().Story.Edition.ShouldBe(0);
    }

    [Fact]
    public void A_story_needs_a_slug() =>
        (Draft with { Slug = null }).Problem().ShouldBe("This story has no `slug`: write the name of its folder.");

    [Fact]
    public void A_story_needs_a_title() =>
        (Draft with { Title = null }).Problem().ShouldBe("The story 'bridge' has no `title`: write a short headline.");

    [Fact]
    public void A_story_needs_a_language() =>
        (Draft with { Language = T("English") })
            .Problem()
            .ShouldBe("`language` is 'English', which is no language tag: write en, ar, he, pt-BR and the like.");

    [Fact]
    public void A_story_lives_in_a_real_time_zone() =>
        (Draft with { TimeZone = T("Europe/Londn") })
            .Problem()
            .ShouldBe(
                "`time-zone` is 'Europe/Londn', which is no IANA time zone. Did you mean 'Europe/London'? Write a name such as Europe/London."
            );

    [Fact]
    public void A_time_zone_of_another_system_is_refused() =>
        (Draft with { TimeZone = T("W. Europe Standard Time") }).Problem().ShouldContain("no IANA time zone");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("first")]
    public void An_edition_is_a_whole_number(string edition) =>
        (Draft with { Edition = T(edition) }).Problem().ShouldBe($"`edition` is '{edition}': write a whole number from 1 on.");

    [Fact]
    public void A_story_with_facts_has_an_edition() =>
        (Draft with { Edition = null }).Problem().ShouldStartWith("The story 'bridge' has no `edition`:");

    [Fact]
    public void The_current_edition_has_a_note() =>
        (Draft with { Edition = T("2") })
            .Problem()
            .ShouldBe("`edition-notes` says nothing of edition 2: add a note with its date and what changed.");

    [Fact]
    public void An_edition_has_one_note_only()
    {
        var draft = Draft;

        (draft with { EditionNotes = [draft.EditionNotes[0], draft.EditionNotes[0] with { Edition = T("1") }] })
            .Problem()
            .ShouldStartWith("Edition 1 has a note already");
    }

    [Fact]
    public void A_note_with_a_mistake_is_not_called_missing()
    {
        var draft = Draft;

        (draft with { EditionNotes = [draft.EditionNotes[0] with { Date = T("2025-02-30") }] })
            .Problem()
            .ShouldBe("`date` is '2025-02-30', which is no real day: write it as 2025-09-25.");
    }

    [Fact]
    public void A_story_closes_on_a_day() =>
        (Draft with { Closed = T("soon") }).Problem().ShouldBe("`closed` is 'soon', which is no real day: write it as 2025-09-25.");

    [Fact]
    public void A_default_is_true_or_false() =>
        (Draft with { Default = T("yes") }).Problem().ShouldBe("`default` is 'yes': write true or false.");

    [Fact]
    public void A_card_names_known_facts() => (
            Draft with
            {
                Card =
                [
                    [T("bridge-close")],
                ],
            }
        ).Problem().ShouldBe("`card` names the fact 'bridge-close', which is not in this story. Did you mean 'bridge-closed'?");

    [Fact]
    public void A_card_has_five_lines_at_most() =>
        (Draft with { Card = [.. Enumerable.Range(0, 6).Select(IReadOnlyList<Text> (_) => [T("bridge-closed")])] })
            .Problem()
            .ShouldStartWith("`card` has 6 lines: 5 is the most,");

    [Fact]
    public void An_absent_answer_is_called_by_one_id_asked_for_and_said()
    {
        (Draft with { Absent = [Absent("cost"), Absent("cost")] })
            .Problem()
            .ShouldStartWith("The id 'cost' is already that of another absent answer");
        (Draft with { Absent = [Absent("cost") with { Asked = [] }] })
            .Problem()
            .ShouldStartWith("The absent answer 'cost' has no `asked`:");
        (Draft with { Absent = [Absent("cost") with { Says = null }] })
            .Problem()
            .ShouldStartWith("The absent answer 'cost' has no `says`:");
        (Draft with { Absent = [Absent("cost") with { Nearest = [T("nothing-like-it")] }] })
            .Problem()
            .ShouldBe("`nearest` names the fact 'nothing-like-it', which is not in this story.");
    }

    private static AbsenceDraft Absent(string id) =>
        new(new Place("draft", 1, 1))
        {
            Id = T(id),
            Asked = [T("what does it cost")],
            Says = T("The source gives no cost."),
        };
}
