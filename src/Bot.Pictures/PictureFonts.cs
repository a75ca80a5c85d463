using SkiaSharp;

namespace Bot.Pictures;

/// <summary>The shipped font. What is installed on the machine plays no part, so a picture is the same everywhere.</summary>
internal static class PictureFonts
{
    private static readonly SKTypeface Regular = Load("DejaVuSans.ttf");
    private static readonly SKTypeface Bold = Load("DejaVuSans-Bold.ttf");

    /// <summary>A font of a size, to be disposed of by the caller.</summary>
    public static SKFont Of(float size, bool bold = false) =>
        new(bold ? Bold : Regular, size)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            Subpixel = true,
        };

    /// <summary>Both weights have the same characters.</summary>
    public static bool Has(int character) => Regular.GetGlyph(character) != 0;

    private static SKTypeface Load(string name)
    {
        using var stream =
            typeof(PictureFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
