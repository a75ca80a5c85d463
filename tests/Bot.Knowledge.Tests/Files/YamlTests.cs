namespace Bot.Knowledge.Tests.Files;

/// <summary>Mistakes of form, each made in one file of the newcomer's story: one mistake is one problem, in its place.</summary>
public sealed class YamlTests
{
    [Theory]
    [InlineData("status: own-account", "stauts: own-account", "8:3: A fact has no key `stauts`. Did you mean `status`?")]
    [InlineData(
        "status: own-account",
        "status: own-account\n  colour: red",
        "9:3: A fact has no key `colour`. Its keys are id, formerly, kind,"
    )]
    [InlineData(
        "status: own-account",
        "status: own-account\n  status: reported",
        "9:3: The key `status` stands here a second time (first in line 8): keep one."
    )]
    [InlineData("says: The Town Council closed the Old Bridge to cars.", "says: [a, b]", "9:9: `says` takes a text, and this is a list.")]
    [InlineData(
        "says: The Town Council closed the Old Bridge to cars.",
        "says:",
        "9:8: `says` is empty: write the statement as one plain sentence."
    )]
    [InlineData(
        "about: [old-bridge]\n  sources: [newspaper, ",
        "about: old-bridge\n  sources: [newspaper, ",
        "11:10: `about` takes a list, and this is a text: write [old-bridge]."
    )]
    [InlineData(
        "actor: council\n  action: closed",
        "actor: {a: b}\n  action: closed",
        "4:10: `actor` takes a text, and this is a group of keys."
    )]
    [InlineData("says: The Town", "says: &a The Town", "9:9: `&a` names a place of the file:")]
    [InlineData("says: The Town", "says: *The Town", "9:9: `*The` refers to another place of the file:")]
    [InlineData("says: The Town", "says: !x The Town", "9:9: `!x` is a tag:")]
    [InlineData(
        "says: The Town",
        "says: Note: The Town",
        "9:13: The file cannot be read from here on: a colon followed by a space stands inside a text (put the text in quotes)"
    )]
    [InlineData(
        "says: The Town",
        "says: \"The Town",
        "9:9: The file cannot be read from here on: a quote is opened here and never closed."
    )]
    [InlineData(
        "sources: [newspaper, council-notice]",
        "sources: [newspaper, council-notice",
        "12:13: The file cannot be read from here on: a bracket or brace is opened and never closed,"
    )]
    [InlineData(
        "says: The Town",
        "\tsays: The Town",
        "9:3: The file cannot be read from here on: the line is indented with a tab: use spaces."
    )]
    [InlineData("says: The Town", "says: \"\\uD800\"\n  scope: The Town", "9:9: ")]
    [InlineData("- id: no-end-date", "- nothing\n- id: no-end-date", "An entry of the file is a group of keys, and this is a text.")]
    [InlineData(
        "    limits: [bridge-closed]",
        "    - limits",
        "`links` takes words, each followed by a colon and a list, and this is a list."
    )]
    [InlineData("    limits: [bridge-closed]", "   : s: [bridge-closed]", "A key or a text is missing here,")]
    [InlineData(
        "Old Bridge to cars.\n  asked",
        "Old Bridge #1 to cars.\n  asked",
        "9:48: A `#` after a space ends the text here: put the whole text in '…'"
    )]
    [InlineData("Old Bridge to cars.\n  asked", "Old Bridge\n    and number #1 to cars.\n  asked", "10:16: A `#` after a space")]
    [InlineData("[is the bridge shut,", "[is bridge # 1 shut,", "")]
    [InlineData(
        "asked: [is the bridge shut, can I drive over the bridge]",
        "asked:\n    - is bridge #1 shut\n    - is it shut",
        "11:17: A `#` after a space"
    )]
    [InlineData("status: own-account             # own", "status: own-account # own", "8:23: A `#` after a space")]
    [InlineData(
        "[is the bridge shut,",
        "[bridge: shut or open,",
        "10:11: An entry of `asked` is a text, and this is a group of keys: put it in quotes if it holds a colon."
    )]
    [InlineData(
        "says: The Town",
        "says: \"Shut it\", said the Town",
        "9:9: The file cannot be read from here on: a text goes on after its closing quote: put the whole of it in '…'"
    )]
    [InlineData(
        "says: The Town",
        "says: 'Shut it' said the Town",
        "9:9: The file cannot be read from here on: a text goes on after its closing quote"
    )]
    [InlineData(
        "[is the bridge shut,",
        "[who \"shut\" it, \"who\" shut it,",
        "10:26: The file cannot be read from here on: a text goes on after its closing quote"
    )]
    [InlineData(
        "says: The Town",
        "figure: {value: 110,000, unit: cars}\n  says: The Town",
        "9:19: A comma cuts this number short: write 110000 without a comma."
    )]
    [InlineData(
        "says: The Town",
        "figure: {value: 1,110,200, unit: cars}\n  says: The Town",
        "9:19: A comma cuts this number short: write 1110200 without a comma."
    )]
    [InlineData("says: The Town", "figure: 82 per cent\n  says: The Town", "and this is a text: write it as {value: 82, unit: per cent}.")]
    [InlineData("# One statement", "---\n--- # One statement", "A second document begins here with `---`: keep one document a file.")]
    public void A_mistake_of_form_is_one_problem_in_its_place(string from, string to, string problem)
    {
        using var disk = StoryOnDisk.New().Edit("knowledge/bridge/facts.yaml", from, to);

        var only = disk.Problems().ShouldHaveSingleItem();

        only.ShouldStartWith("knowledge/bridge/facts.yaml:");
        only.ShouldContain(problem);
    }

    [Theory]
    [InlineData("says: The Town Council closed bridge#1.  # a comment")]
    [InlineData("says: 'The Town Council closed Bridge #1.' # a comment")]
    [InlineData("says: >-\n    The Town Council closed Bridge #1.")]
    public void A_hash_that_is_part_of_a_text_and_a_comment_that_stands_off_are_left_alone(string says)
    {
        using var disk = StoryOnDisk
            .New()
            .Edit("knowledge/bridge/facts.yaml", "says: The Town Council closed the Old Bridge to cars.", says);

        disk.Problems().ShouldBeEmpty();
        disk.Read().Books[0].Facts[0].Says.ShouldMatch("(?i)closed bridge ?#1\\.$");
    }

    [Theory]
    [InlineData("story.yaml")]
    [InlineData("sources.yaml")]
    [InlineData("entities.yaml")]
    [InlineData("facts.yaml")]
    public void A_file_that_cannot_be_read_is_one_problem(string file)
    {
        using var disk = StoryOnDisk.New().With($"knowledge/bridge/{file}", "a: [b\n");

        disk.Problems().ShouldHaveSingleItem().ShouldStartWith($"knowledge/bridge/{file}:");
    }

    [Fact]
    public void Deep_nesting_is_cut_off()
    {
        using var disk = StoryOnDisk.New().With("knowledge/bridge/facts.yaml", new string('[', 100_000));

        disk.Problems().ShouldHaveSingleItem().ShouldContain("nested more than");
    }

    [Fact]
    public void A_file_of_comments_only_is_an_empty_list()
    {
        using var disk = StoryOnDisk
            .New()
            .With("knowledge/bridge/facts.yaml", "# nothing yet\n")
            .Edit("knowledge/bridge/story.yaml", "    nearest: [bridge-closed]\n", "");

        disk.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("card: bridge-closed", "`card` takes a list, and this is a text: write [bridge-closed].")]
    [InlineData(
        "card: [[bridge-closed, no-end-date], bridge-closd]",
        "`card` names the fact 'bridge-closd', which is not in this story. Did you mean 'bridge-closed'?"
    )]
    [InlineData("closed: [1]", "`closed` takes a text, and this is a list.")]
    public void The_keys_of_a_story_have_their_shapes(string line, string problem)
    {
        using var disk = StoryOnDisk.New().Edit("knowledge/bridge/story.yaml", "language: en", $"language: en\n{line}");

        disk.Problems().ShouldHaveSingleItem().ShouldEndWith(problem);
    }

    [Fact]
    public void Edition_notes_of_the_wrong_shape_are_not_called_missing()
    {
        using var disk = StoryOnDisk
            .New()
            .Edit("knowledge/bridge/story.yaml", "  - edition: 1\n    date: 2025-05-03\n    note: First edition.\n", "  first edition\n");

        disk.Problems()
            .ShouldHaveSingleItem()
            .ShouldContain("`edition-notes` takes a list, each entry after a hyphen, and this is a text.");
    }
}
