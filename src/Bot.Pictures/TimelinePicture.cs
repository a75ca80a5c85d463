using Bot.Core.Conversation;
using SkiaSharp;

namespace Bot.Pictures;

/// <summary>
/// A timeline as a picture that reads like a list: date, speaker, sentence, status. It never stands alone: the text beside it says the same,
/// and says all of it.
/// </summary>
public static class TimelinePicture
{
    /// <summary>The width of every picture, in pixels; the height follows from what is on it.</summary>
    public const int Width = 1_000;

    private const float Margin = 48;
    private const float DateRight = 236;
    private const float Rail = 262;
    private const float TextLeft = 290;
    private const float TextWidth = Width - Margin - TextLeft;
    private const float RowGap = 26;

    /// <summary>Draws the entries in the order given, those without a date in a section of their own; the same input gives the same bytes.</summary>
    /// <param name="foot">Which sources and how old, since a picture travels without the page it stood on; null where nothing is said.</param>
    public static byte[] Png(IReadOnlyList<TimelineEntry> entries, string title, string? foot, PictureTheme theme)
    {
        var palette = Palette.Of(theme);
        var blocks = Blocks(TimelineRows.Of(entries), title, foot, palette).ToList();
        var height = (int)MathF.Ceiling(Margin + blocks.Sum(block => block.Height) + Margin - RowGap);
        using var surface = SKSurface.Create(new SKImageInfo(Width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(palette.Paper);
        var y = Margin;
        foreach (var block in blocks)
        {
            block.Draw(surface.Canvas, y);
            y += block.Height;
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static IEnumerable<Block> Blocks(TimelineRows rows, string title, string? foot, Palette palette)
    {
        yield return Headline(title, palette);
        if (rows.Dated.Count + rows.Undated.Count == 0)
        {
            yield return Note("Nothing that could stand on a timeline.", palette);
        }

        var date = "";
        for (var i = 0; i < rows.Dated.Count; i++)
        {
            var entry = rows.Dated[i];
            yield return Row(
                entry,
                string.Equals(entry.Date, date, StringComparison.Ordinal) ? "" : entry.Date,
                i < rows.Dated.Count - 1,
                palette
            );
            date = entry.Date;
        }

        if (rows.Undated.Count > 0)
        {
            yield return Section("Date not given", rows.Dated.Count > 0, palette);
            foreach (var entry in rows.Undated)
            {
                yield return Row(entry, "", rail: false, palette);
            }
        }

        if (rows.Left > 0)
        {
            yield return Note($"\u2026 and {rows.Left} more. The text lists all of them.", palette);
        }

        if (foot is not null)
        {
            yield return Foot(foot, palette);
        }
    }

    private static Block Headline(string title, Palette palette)
    {
        var text = TextBlock.Wrap(title, Width - (2 * Margin), 30, palette.Ink, bold: true, most: 4);
        return new Block(
            text.Height + 16 + RowGap,
            (canvas, y) =>
            {
                text.Draw(canvas, Margin, y);
                Line(canvas, Margin, y + text.Height + 12, Width - Margin, y + text.Height + 12, palette.Ink, 2);
            }
        );
    }

    private static Block Section(string words, bool ruled, Palette palette)
    {
        var text = TextBlock.Wrap(words, TextWidth, 17, palette.Muted, bold: true);
        return new Block(
            text.Height + 12 + (ruled ? 14 : 0),
            (canvas, y) =>
            {
                if (ruled)
                {
                    Line(canvas, Margin, y, Width - Margin, y, palette.Rule, 1);
                    y += 14;
                }

                text.Draw(canvas, Margin, y);
            }
        );
    }

    private static Block Note(string words, Palette palette)
    {
        var text = TextBlock.Wrap(words, TextWidth, 17, palette.Muted);
        return new Block(text.Height + RowGap, (canvas, y) => text.Draw(canvas, TextLeft, y));
    }

    private static Block Foot(string words, Palette palette)
    {
        var text = TextBlock.Wrap(words, Width - (2 * Margin), 15, palette.Muted);
        return new Block(
            text.Height + 14 + RowGap,
            (canvas, y) =>
            {
                Line(canvas, Margin, y, Width - Margin, y, palette.Rule, 1);
                text.Draw(canvas, Margin, y + 14);
            }
        );
    }

    private static Block Row(TimelineEntry entry, string date, bool rail, Palette palette)
    {
        var when = TextBlock.Wrap(date, DateRight - Margin, 16, palette.Ink, bold: true, most: 5);
        var who = TextBlock.Wrap(entry.Speaker, TextWidth - (entry.IsNew ? 60 : 0), 16, palette.Accent, bold: true, most: 3);
        var says = TextBlock.Wrap(entry.Says, TextWidth, 19, palette.Ink, most: 7);
        var status = TextBlock.Wrap(entry.StatusWords, TextWidth, 15, palette.Muted, most: 3);
        var height = MathF.Max(when.Height, who.Height + 2 + says.Height + 4 + status.Height) + RowGap;
        return new Block(
            height,
            (canvas, y) =>
            {
                if (rail)
                {
                    Line(canvas, Rail, y + 12, Rail, y + height + 12, palette.Rule, 2);
                }

                Dot(canvas, y + 11, entry.IsNew, palette);
                when.Draw(canvas, DateRight, y, SKTextAlign.Right);
                who.Draw(canvas, TextLeft, y);
                if (entry.IsNew)
                {
                    New(canvas, TextLeft + who.WidthOfLast() + 12, y + who.Height - who.LineHeight, palette);
                }

                says.Draw(canvas, TextLeft, y + who.Height + 2);
                status.Draw(canvas, TextLeft, y + who.Height + 2 + says.Height + 4);
            }
        );
    }

    private static void Dot(SKCanvas canvas, float y, bool isNew, Palette palette)
    {
        using var paper = new SKPaint { Color = isNew ? palette.Accent : palette.Paper, IsAntialias = true };
        using var ring = new SKPaint
        {
            Color = palette.Accent,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 3,
        };
        canvas.DrawCircle(Rail, y, 7, paper);
        canvas.DrawCircle(Rail, y, 7, ring);
    }

    private static void New(SKCanvas canvas, float x, float y, Palette palette)
    {
        var word = TextBlock.Wrap("new", 100, 13, palette.OnAccent, bold: true);
        using var paint = new SKPaint { Color = palette.Accent, IsAntialias = true };
        canvas.DrawRoundRect(x, y + 1, word.WidthOfLast() + 16, 20, 10, 10, paint);
        word.Draw(canvas, x + 8, y + 2);
    }

    private static void Line(SKCanvas canvas, float x, float y, float toX, float toY, SKColor colour, float width)
    {
        using var paint = new SKPaint { Color = colour, StrokeWidth = width };
        canvas.DrawLine(x, y, toX, toY, paint);
    }

    /// <summary>Something of a known height that is drawn from its top down.</summary>
    private sealed record Block(float Height, Action<SKCanvas, float> Draw);
}
