namespace Bot.Discord.Rendering;

/// <summary>What Discord takes, in UTF-16 code units (<see href="https://discord.com/developers/docs/resources/message#embed-object-embed-limits"/>).</summary>
internal static class Limits
{
    public const int Content = 2_000;
    public const int Embeds = 10;
    public const int EmbedsTogether = 6_000;
    public const int Title = 256;
    public const int Description = 4_096;
    public const int FieldValue = 1_024;
    public const int Footer = 2_048;
    public const int AlternativeText = 1_024;
    public const int ButtonLabel = 80;
    public const int CustomId = 100;
    public const int ButtonsInRow = 5;
    public const int Rows = 5;
    public const int FormTitle = 45;
    public const int FormLabel = 45;
    public const int FormDescription = 100;
    public const int FormValue = 4_000;
    public const int Choices = 25;
    public const int Choice = 100;
}
