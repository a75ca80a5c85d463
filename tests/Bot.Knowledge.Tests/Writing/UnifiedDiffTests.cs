using Bot.Knowledge.Exports;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

public sealed class UnifiedDiffTests
{
    private static readonly string[] Lines = ["", "a", "b", "- c", "+ d", "@@ -1 +1 @@", "--- a/x", "\\ No newline", "מ", " "];

    [Fact]
    public void Any_edits_are_what_the_programs_make_of_a_file()
    {
        var cases =
            from lines in Gen.Elements(Lines).ListOf(18)
            from kept in Gen.Choose(1, 18)
            from ends in Gen.Elements("\n", "")
            from steps in Steps.ListOf(6)
            let text = string.Join('\n', lines.Take(kept)) + ends
            select (text, edits: Edits(UnifiedDiff.Lines(text).Count, steps));

        PatchProgram.All.ShouldNotBeEmpty();
        foreach (var program in PatchProgram.All)
        {
            Prop.ForAll(cases.ToArbitrary(), one => MustApply(program, one.text, one.edits))
                .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        }
    }

    [Fact]
    public void Any_new_file_is_made()
    {
        foreach (var program in PatchProgram.All)
        {
            foreach (var text in new[] { "one\n", "one", "one\n\n\ntwo" })
            {
                using var disk = new StoryOnDisk();
                PatchProgram.Apply(program, disk.Path(""), "# A heading\n" + UnifiedDiff.OfNew("seeds/story/new.md", text));

                File.ReadAllText(disk.Path("seeds/story/new.md")).ShouldBe(text);
            }
        }
    }

    [Fact]
    public void Only_lines_that_differ_are_in_it()
    {
        var diff = UnifiedDiff.Of("f", "a\nb\nc\nd\n", [new Edit(0, 4, ["a", "B", "c", "d"])]);

        diff.ShouldBe("diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n a\n-b\n+B\n c\n d\n");
        UnifiedDiff.Of("f", "a\n", [new Edit(0, 1, ["a"])]).ShouldBeEmpty();
    }

    private static Gen<(int Kept, int Removed, string[] Added)> Steps =>
        from kept in Gen.Choose(0, 9)
        from removed in Gen.Choose(0, 3)
        from added in Gen.Elements(Lines).ListOf(3)
        from count in Gen.Choose(0, 3)
        select (kept, removed, added.Take(count).ToArray());

    private static List<Edit> Edits(int lines, IEnumerable<(int Kept, int Removed, string[] Added)> steps)
    {
        var edits = new List<Edit>();
        var at = 0;
        foreach (var (kept, removed, added) in steps)
        {
            if (at + kept + removed <= lines)
            {
                edits.Add(new Edit(at + kept, removed, added));
                at += kept + removed;
            }
        }

        return edits;
    }

    private static bool MustApply(string program, string text, IReadOnlyList<Edit> edits)
    {
        var diff = UnifiedDiff.Of("knowledge/f", text, edits);
        var lines = UnifiedDiff.Lines(text).ToList();
        foreach (var edit in edits.Reverse())
        {
            lines.RemoveRange(edit.Start, edit.Removed);
            lines.InsertRange(edit.Start, edit.Added);
        }

        using var disk = new StoryOnDisk().With("knowledge/f", text);
        if (diff.Length > 0)
        {
            PatchProgram.Apply(program, disk.Path(""), diff);
        }

        var file = disk.Path("knowledge/f");
        return File.Exists(file) ? UnifiedDiff.Lines(File.ReadAllText(file)).SequenceEqual(lines) : lines.Count == 0;
    }
}
