using System.Globalization;
using SkiaSharp;

namespace Bot.Pictures;

/// <summary>Text in one font, wrapped to a width.</summary>
internal sealed record TextBlock(IReadOnlyList<string> Lines, float Size, bool Bold, SKColor Colour)
{
    private const string Cut = "\u2026";

    public float LineHeight => MathF.Round(Size * 1.42f);

    public float Height => Lines.Count * LineHeight;

    /// <param name="most">Lines beyond are cut, and the cut is shown.</param>
    public static TextBlock Wrap(string text, float width, float size, SKColor colour, bool bold = false, int most = 8)
    {
        using var font = PictureFonts.Of(size, bold);
        var lines = new List<string>();
        var line = "";
        foreach (
            var word in Drawable.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, width))
        )
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return new TextBlock(lines.Count <= most ? lines : Shorten(lines, most, font, width), size, bold, colour);
    }

    public void Draw(SKCanvas canvas, float x, float y, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = PictureFonts.Of(Size, Bold);
        using var paint = new SKPaint { Color = Colour, IsAntialias = true };
        for (var i = 0; i < Lines.Count; i++)
        {
            canvas.DrawText(Lines[i], x, y + (i * LineHeight) + Size, align, font, paint);
        }
    }

    public float WidthOfLast()
    {
        using var font = PictureFonts.Of(Size, Bold);
        return Lines.Count == 0 ? 0 : font.MeasureText(Lines[^1]);
    }

    /// <summary>A word that is wider than the column is broken between characters as people count them.</summary>
    private static IEnumerable<string> Pieces(string word, SKFont font, float width)
    {
        if (font.MeasureText(word) <= width)
        {
            return [word];
        }

        var pieces = new List<string>();
        var piece = "";
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (piece.Length > 0 && font.MeasureText(piece + element) > width)
            {
                pieces.Add(piece);
                piece = "";
            }

            piece += element;
        }

        return pieces.Append(piece);
    }

    private static List<string> Shorten(List<string> lines, int most, SKFont font, float width)
    {
        var kept = lines.Take(most).ToList();
        var last = kept[^1];
        while (last.Length > 0 && font.MeasureText(last + Cut) > width)
        {
            last = last[..(last.Contains(' ', StringComparison.Ordinal) ? last.LastIndexOf(' ') : last.Length - 1)];
        }

        kept[^1] = last + Cut;
        return kept;
    }
}
