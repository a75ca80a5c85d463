namespace Bot.Knowledge.Tests.Files;

/// <summary>A list that is no YAML as a whole is read entry by entry.</summary>
public sealed class EntryByEntryTests
{
    private const string Facts = "knowledge/bridge/facts.yaml";

    [Fact]
    public void Mistakes_of_form_in_two_facts_are_told_together_with_those_of_a_fact_that_can_be_read()
    {
        using var disk = StoryOnDisk
            .New()
            .Edit(Facts, "says: The Town Council closed", "says: Note: The Town Council closed")
            .Edit(Facts, "- id: no-end-date", "- id: torn\n  says: 'it's torn'\n- id: no-end-date\n  stauts: reported\n  colour: red");

        var problems = disk.Problems();

        problems.Count.ShouldBe(4, string.Join('\n', problems));
        problems[0].ShouldContain("facts.yaml:9:");
        problems[0].ShouldContain("a colon followed by a space");
        problems[1].ShouldContain("a text goes on after its closing quote");
        problems.ShouldContain(problem => problem.Contains("Did you mean `status`?"));
        problems.ShouldContain(problem => problem.Contains("has no key `colour`"));
    }

    [Fact]
    public void A_bracket_that_is_never_closed_is_told_in_the_fact_where_it_is_opened()
    {
        using var disk = StoryOnDisk.New().Edit(Facts, "[newspaper, council-notice]", "[newspaper, council-notice");

        disk.Problems().ShouldHaveSingleItem().ShouldContain("facts.yaml:12:13: ");
    }

    [Fact]
    public void What_only_the_whole_is_wrong_in_is_told_once()
    {
        using var disk = StoryOnDisk.New().Edit(Facts, "- id: no-end-date", "  - id: no-end-date");

        disk.Problems().ShouldHaveSingleItem();
    }
}
