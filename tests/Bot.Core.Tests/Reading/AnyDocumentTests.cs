using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Facts.Reading;
using Bot.Testing;

namespace Bot.Core.Tests.Reading;

/// <summary>Whatever a document holds, its sentences are cut out of it and nothing is lost.</summary>
public sealed partial class AnyDocumentTests
{
    private static readonly string[] Pieces =
    [
        .. "\n|\n\n|. |.|\u2026|? |! |.\u201D |\u201C|\u2019|\"|(|)|[12]|[|]|:121,154|: |:\n|# |## |- |* |1. |12) |\u2022 |U.N.|Mr. |No. 4|3.5|I. |".Split(
            '|'
        ),
        .. "The |council |closed |it|It |\t|\u3000|, |a|B|p.m. |\r\n".Split('|'),
    ];

    private static readonly HashSet<string> Abbreviations = ["mr", "no", "u.n", "p.m"];

    [Fact]
    public void Each_sentence_stands_where_it_says() =>
        Properties.Hold(
            AnyText.With(600, Pieces),
            text =>
            {
                foreach (var passage in Read(text))
                {
                    text[passage.Start..passage.End].ShouldBe(passage.Text);
                    passage.Text.Trim().ShouldBe(passage.Text);
                    passage.Text.ShouldNotBeEmpty();
                }
            },
            1_000
        );

    [Fact]
    public void Sentences_come_in_order_and_do_not_overlap() =>
        Properties.Hold(
            AnyText.With(600, Pieces),
            text =>
            {
                var passages = Read(text);
                passages.Select(passage => passage.Number).ShouldBe(Enumerable.Range(0, passages.Count));
                foreach (var (one, next) in passages.Zip(passages.Skip(1)))
                {
                    next.Start.ShouldBeGreaterThanOrEqualTo(one.End);
                    next.Paragraph.ShouldBeGreaterThanOrEqualTo(one.Paragraph);
                }
            },
            1_000
        );

    [Fact]
    public void Nothing_but_headings_and_list_marks_is_left_out() => Properties.Hold(AnyText.With(600, Pieces), LosesNothing, 1_000);

    [Fact]
    public void Nothing_is_left_out_of_the_documents_of_both_stories()
    {
        var files = Directory
            .EnumerateFiles(Repository.Folder("seeds"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Folder("tests", "stories"), "*.md", SearchOption.AllDirectories))
            .ToList();

        files.Count.ShouldBeGreaterThan(1);
        foreach (var file in files)
        {
            LosesNothing(File.ReadAllText(file));
        }
    }

    [Theory(Timeout = 30_000)]
    [InlineData("Mr. ")]
    [InlineData("U.N. A. ")]
    [InlineData("a.")]
    [InlineData(".")]
    [InlineData("[")]
    [InlineData("\u201D")]
    [InlineData("- \n")]
    [InlineData("1. ")]
    public async Task A_long_document_of_one_piece_over_and_over_is_read_soon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        await Task.Run(() => LosesNothing(text), TestContext.Current.CancellationToken);
    }

    private static void LosesNothing(string text)
    {
        var covered = new bool[text.Length];
        foreach (var passage in Read(text))
        {
            Array.Fill(covered, true, passage.Start, passage.End - passage.Start);
        }

        foreach (var heading in BlockReader.Blocks(text).Where(block => block.Kind == BlockKind.Heading))
        {
            Array.Fill(covered, true, heading.Start, heading.End - heading.Start);
        }

        foreach (Match mark in ListMark().Matches(text))
        {
            Array.Fill(covered, true, mark.Index, mark.Length);
        }

        var lost = Enumerable.Range(0, text.Length).Where(at => !covered[at] && !char.IsWhiteSpace(text[at])).ToList();
        lost.ShouldBeEmpty();
    }

    private static IReadOnlyList<Passage> Read(string text) => PassageReader.Read(new SeedId("notes"), text, Abbreviations);

    [GeneratedRegex(@"^\s*(?:[-*\u2022\u2013]|[0-9]{1,2}[.)]) ", RegexOptions.Multiline)]
    private static partial Regex ListMark();
}
