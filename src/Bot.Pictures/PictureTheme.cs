namespace Bot.Pictures;

/// <summary>Dark ink on light paper, or the other way round.</summary>
public enum PictureTheme
{
    Light,
    Dark,
}
