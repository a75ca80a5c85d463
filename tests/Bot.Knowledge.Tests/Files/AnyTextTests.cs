using System.Text;
using Bot.Knowledge.Lexicons;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Files;

/// <summary>Whatever stands in a file, the reader answers with books and problems.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Files =
    [
        "seeds/bridge/first-document.md",
        "seeds/bridge/more.txt",
        "knowledge/bridge/story.yaml",
        "knowledge/bridge/sources.yaml",
        "knowledge/bridge/entities.yaml",
        "knowledge/bridge/facts.yaml",
        "knowledge/lexicon/concepts.yaml",
        "knowledge/lexicon/stop-words.yaml",
    ];

    // Pieces that mean something to a YAML parser, so that random texts get further than their first line.
    private static readonly string[] Pieces =
    [
        .. "- |: |\n|\n  |\n    |? |[|]|{|}|,|&a |*a |!t |!!str |'|\"|\\|\\u12|---|...|%YAML 1.2\n|#| #|\t|~|<<: |é|橋|\u2028|\uFEFF|\r\n".Split(
            '|'
        ),
        .. "id|kind|says|status|speaker|rests-on|links|edition-notes|figure|bridge-closed|council|2025-02-30|---\n|>\n".Split('|'),
        "|",
        "|2\n",
        "\0",
        ": ",
    ];

    [Fact]
    public void Any_bytes_are_read_without_a_fault() => Check(Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf());

    [Fact]
    public void Any_text_is_read_without_a_fault() =>
        Check(Gen.Elements(Pieces).ListOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))));

    [Fact]
    public void Any_damage_to_a_sound_file_is_read_without_a_fault()
    {
        using var disk = StoryOnDisk.New();
        var shipped = ShippedLexicon.Read();
        var sound = Files.Where(name => File.Exists(disk.Path(name))).ToDictionary(name => name, name => File.ReadAllText(disk.Path(name)));
        var damage =
            from file in Gen.Elements(sound.Keys.ToArray())
            from at in Gen.Choose(0, sound[file].Length)
            from cut in Gen.Choose(0, 12)
            from piece in Gen.Elements(Pieces)
            select (file, text: sound[file][..at] + piece + sound[file][Math.Min(sound[file].Length, at + cut)..]);

        Prop.ForAll(
                damage.ToArbitrary(),
                change =>
                {
                    disk.With(change.file, change.text);
                    var library = Library.Read(disk.Seeds, disk.Knowledge, shipped);
                    disk.With(change.file, sound[change.file]);
                    return library.Books.Count > 0 || library.Problems.Count > 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static void Check(Gen<byte[]> contents)
    {
        using var disk = StoryOnDisk.New();
        var shipped = ShippedLexicon.Read();
        var cases = from file in Gen.Elements(Files) from bytes in contents select (file, bytes);

        Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    disk.With(one.file, one.bytes);
                    var library = Library.Read(disk.Seeds, disk.Knowledge, shipped);
                    return library.Books.Count > 0 || library.Problems.Count > 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }
}
