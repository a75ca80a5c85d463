using System.Buffers.Binary;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using SkiaSharp;

namespace Bot.Pictures.Tests;

public sealed class TimelinePictureTests
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static TheoryData<PictureTheme> Themes => [PictureTheme.Light, PictureTheme.Dark];

    [Theory]
    [MemberData(nameof(Themes))]
    public void It_is_a_png_of_the_width_given_and_a_height_by_content(PictureTheme theme)
    {
        var few = TimelinePicture.Png([Entry("2031-05-02")], "A small story", null, theme);
        var more = TimelinePicture.Png([.. Enumerable.Repeat(Entry("2031-05-02"), 10)], "A small story", null, theme);

        few[..8].ShouldBe(Signature);
        Size(few).Width.ShouldBe(TimelinePicture.Width);
        Size(more).Height.ShouldBeGreaterThan(Size(few).Height + 500);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_also_side_by_side()
    {
        TimelineEntry[] entries = [Entry("2031-05-02", isNew: true), Entry("2031-05"), Entry(null)];
        var first = TimelinePicture.Png(entries, "A small story", null, PictureTheme.Light);

        Enumerable
            .Range(0, 8)
            .AsParallel()
            .Select(_ => TimelinePicture.Png(entries, "A small story", null, PictureTheme.Light))
            .ShouldAllBe(again => again.SequenceEqual(first));
    }

    [Fact]
    public void The_themes_differ_in_their_paper()
    {
        Corner(TimelinePicture.Png([], "A small story", null, PictureTheme.Light)).Red.ShouldBeGreaterThan((byte)200);
        Corner(TimelinePicture.Png([], "A small story", null, PictureTheme.Dark)).Red.ShouldBeLessThan((byte)60);
    }

    /// <summary>So a picture of either theme is read as well within a dark Discord or Slack as within a light one: nothing of what is around it shows through.</summary>
    [Theory]
    [MemberData(nameof(Themes))]
    public void All_text_stands_out_from_the_paper_which_covers_whatever_is_around_it(PictureTheme theme)
    {
        var palette = Palette.Of(theme);
        foreach (var ink in new[] { palette.Ink, palette.Muted, palette.Accent })
        {
            Contrast(ink, palette.Paper).ShouldBeGreaterThan(4.5, $"{ink}");
        }

        Contrast(palette.OnAccent, palette.Accent).ShouldBeGreaterThan(4.5);
        using var drawn = SKBitmap.Decode(TimelinePicture.Png([Entry("2031-05-02", isNew: true)], "A small story", "A foot.", theme));
        drawn.Pixels.ShouldAllBe(pixel => pixel.Alpha == byte.MaxValue);
        drawn.Pixels.ShouldContain(palette.Accent);
    }

    [Fact]
    public void No_entries_still_give_a_picture_that_says_so() =>
        HasInk(TimelinePicture.Png([], "A small story", null, PictureTheme.Light)).ShouldBeTrue();

    [Fact]
    public void The_foot_stands_under_the_entries()
    {
        var bare = TimelinePicture.Png([Entry("2031-05-02")], "A small story", null, PictureTheme.Light);

        Size(TimelinePicture.Png([Entry("2031-05-02")], "A small story", "Our note on a page.", PictureTheme.Light))
            .Height.ShouldBeGreaterThan(Size(bare).Height);
    }

    [Fact]
    public void Text_leaves_ink_without_any_font_of_the_machine()
    {
        var blank = Ink(TimelinePicture.Png([Entry("2031-05-02") with { Says = "" }], "A small story", null, PictureTheme.Light));

        Ink(TimelinePicture.Png([Entry("2031-05-02")], "A small story", null, PictureTheme.Light)).ShouldBeGreaterThan(blank + 500);
    }

    [Fact]
    public void Five_hundred_entries_are_cut_to_forty_and_a_remark()
    {
        var entries = Enumerable.Range(0, 500).Select(_ => Entry("2031-05-02")).ToList();
        var forty = Size(TimelinePicture.Png([.. entries.Take(40)], "A small story", null, PictureTheme.Light)).Height;

        Size(TimelinePicture.Png(entries, "A small story", null, PictureTheme.Light)).Height.ShouldBeInRange(forty + 10, forty + 100);
    }

    [Fact]
    public void What_is_new_is_marked_and_kept_when_there_is_too_much()
    {
        var rows = TimelineRows.Of([Entry("2030-01-01", isNew: true), .. Enumerable.Repeat(Entry("2031-05-02"), 60), Entry(null)]);

        rows.Dated.Count.ShouldBe(40);
        rows.Dated[0].IsNew.ShouldBeTrue();
        rows.Undated.ShouldBeEmpty();
        rows.Left.ShouldBe(22);
        TimelinePicture
            .Png([Entry("2031-05-02", isNew: true)], "A small story", null, PictureTheme.Light)
            .ShouldNotBe(TimelinePicture.Png([Entry("2031-05-02")], "A small story", null, PictureTheme.Light));
    }

    [Fact]
    public void A_word_wider_than_the_picture_is_broken_and_a_long_text_is_cut()
    {
        var block = TextBlock.Wrap(new string('w', 3_000), 300, 18, SKColors.Black, most: 5);

        block.Lines.Count.ShouldBe(5);
        block.Lines[^1].ShouldEndWith("\u2026");
        Size(
            TimelinePicture.Png(
                [Entry("2031-05-02") with { Says = new string('w', 100_000) }],
                new string('m', 5_000),
                null,
                PictureTheme.Dark
            )
        )
            .Height.ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData("The council closed it.", "The council closed it.")]
    [InlineData("Two\r\n\tlines  of\u00A0text", "Two lines of text")]
    [InlineData("Closed \U0001F6A7\uFE0F today", "Closed today")]
    [InlineData("The \u05DE\u05D5\u05E2\u05E6\u05D4 \u05D0\u05D7\u05EA said", "The [\u2026] said")]
    [InlineData("\u8BF4", "[\u2026]")]
    [InlineData("mark\u202Eed\u200B \u0007bell", "marked bell")]
    [InlineData("half \uD83D pair", "half pair")]
    [InlineData("Caf\u0065\u0301 \u0410\u0431\u0432", "Caf\u00E9 \u0410\u0431\u0432")]
    public void What_the_font_cannot_draw_is_left_out_and_letters_leave_a_trace(string text, string drawn) =>
        Drawable.Of(text).ShouldBe(drawn);

    [Theory]
    [InlineData(
        "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD \u4F60\u597D \U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467"
    )]
    [InlineData("\uD83D\uDE00\uD83D")]
    [InlineData("\u0000\u0001\u202E\u2066")]
    [InlineData("")]
    public void Text_of_any_kind_is_drawn_without_a_fault(string text) =>
        Size(
            TimelinePicture.Png(
                [new TimelineEntry(new FactId("x"), null, text, text, text, text, IsNew: true)],
                text,
                text,
                PictureTheme.Light
            )
        )
            .Width.ShouldBe(1_000);

    private static TimelineEntry Entry(string? on, bool isNew = false) =>
        new(
            new FactId("bridge-closed"),
            on is null ? null : EventDate.TryParse(on),
            on ?? "date not given",
            "the harbour council",
            "the harbour council says so itself",
            "The harbour council says it closed the swing bridge to lorries after an inspection.",
            isNew
        );

    private static (int Width, int Height) Size(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    private static SKColor Corner(byte[] png)
    {
        using var picture = SKBitmap.Decode(png);
        return picture.GetPixel(1, 1);
    }

    private static bool HasInk(byte[] png) => Ink(png) > 500;

    private static int Ink(byte[] png)
    {
        using var picture = SKBitmap.Decode(png);
        return picture.Pixels.Count(pixel => pixel.Red < 128);
    }

    /// <summary>As WCAG reckons it (<see href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"/>).</summary>
    private static double Contrast(SKColor one, SKColor other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(SKColor colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte part) => part / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
