using SkiaSharp;

namespace Bot.Pictures;

/// <summary>The colours of one theme. Every text colour has a contrast of at least 4.5 on the paper.</summary>
internal sealed record Palette(SKColor Paper, SKColor Ink, SKColor Muted, SKColor Rule, SKColor Accent, SKColor OnAccent)
{
    private static readonly Palette Light = new(
        SKColor.Parse("#FBFAF6"),
        SKColor.Parse("#1C1B19"),
        SKColor.Parse("#5B5851"),
        SKColor.Parse("#C9C4B8"),
        SKColor.Parse("#1E4D6B"),
        SKColor.Parse("#FFFFFF")
    );

    private static readonly Palette Dark = new(
        SKColor.Parse("#17181A"),
        SKColor.Parse("#ECEAE4"),
        SKColor.Parse("#A9A69E"),
        SKColor.Parse("#4A4C50"),
        SKColor.Parse("#9CC7E0"),
        SKColor.Parse("#10222D")
    );

    public static Palette Of(PictureTheme theme) => theme == PictureTheme.Dark ? Dark : Light;
}
