using Bot.Core.Facts;
using Bot.Knowledge.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

public sealed class TreeWriterTests
{
    [Fact]
    public void Any_text_is_read_back_as_it_was_written() =>
        Prop.ForAll(OddTexts.Any.ToArbitrary(), text => Same(text, Read(Written(text))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Theory]
    [InlineData("The Town Council closed it.")]
    [InlineData("what didn't it say")]
    [InlineData("2025-05-02")]
    [InlineData("true")]
    [InlineData("~a1b2c3d4")]
    [InlineData("\"Closed\", they said")]
    [InlineData("מיקרוסופט")]
    public void A_text_that_needs_no_quotes_has_none(string text) =>
        TreeWriter.Write(Column(text)).ShouldBe(text[0] == '"' ? $"- '{text}'\n" : $"- {text}\n");

    [Fact]
    public void A_long_text_stays_on_its_line() =>
        TreeWriter.Write(Column(string.Join(' ', Enumerable.Repeat("bridge: 'closed'", 500)))).Count(c => c == '\n').ShouldBe(1);

    [Fact]
    public void Line_breaks_stay_within_their_line() => TreeWriter.Write(Column("one\ntwo")).ShouldBe("- \"one\\ntwo\"\n");

    private static string Written(string text) =>
        TreeWriter.Write(
            new Sequence(
                default,
                [
                    new Group()
                        .Text("says", text)
                        .Column("asked", [text, text])
                        .Row("about", [text, text])
                        .Inner("figure", new Group().Text("value", text).Text("unit", text), inBrackets: true)
                        .Inner("ended", new Group().Text("reason", text))
                        .Each("rests-on", [new Group().Text("seed", text).Text("sentence", text)])
                        .Mapping,
                ]
            )
        );

    private static Node Read(string written)
    {
        var problems = new List<Problem>();
        var tree = TreeReader.Read(written, "written", linesBefore: 0, problems, out var read);
        problems.ShouldBeEmpty(written);
        read.ShouldBeTrue();
        return tree.ShouldNotBeNull(written);
    }

    private static bool Same(string text, Node tree)
    {
        var texts = Texts(((Sequence)tree).Items[0]).ToList();
        return texts.Count == 10 && texts.TrueForAll(read => string.Equals(read, text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(Node node) =>
        node switch
        {
            Scalar scalar => [scalar.Value],
            Sequence sequence => sequence.Items.SelectMany(Texts),
            Mapping mapping => mapping.Entries.SelectMany(entry => Texts(entry.Value)),
            _ => [],
        };

    private static Sequence Column(string text) => new(default, [new Scalar(default, text)]);
}
