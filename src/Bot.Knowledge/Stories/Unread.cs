using Bot.Core.Facts;

namespace Bot.Knowledge.Stories;

/// <summary>What stands for a part that was refused for its shape: nothing in it is then called missing.</summary>
internal static class Unread
{
    public static EditionNoteDraft EditionNote(Text refused) =>
        new(refused.At)
        {
            Edition = refused,
            Date = refused,
            Note = refused,
        };

    public static AbsenceDraft Absence(Text refused) =>
        new(refused.At)
        {
            Id = refused,
            Asked = [refused],
            Says = refused,
        };

    public static FigureDraft Figure(Text refused) => new(refused.At) { Value = refused, Unit = refused };

    public static DisputeDraft Dispute(Text refused) => new(refused.At) { Reason = refused };

    public static EndingDraft Ending(Text refused) =>
        new(refused.At)
        {
            How = refused,
            On = refused,
            Reason = refused,
        };

    public static EvidenceDraft Evidence(Text refused) => new(refused.At) { Seed = refused, Sentence = refused };

    /// <summary>The texts that a story must have, for one whose story.yaml could not be read.</summary>
    public static StoryDraft Story(Text refused) =>
        new()
        {
            At = refused.At,
            Slug = refused,
            Title = refused,
            Language = refused,
            TimeZone = refused,
            Edition = refused,
        };

    public static SeedDraft Seed(Text refused, string body) =>
        new(refused.At)
        {
            Id = refused,
            Form = refused,
            Title = refused,
            Body = body,
        };
}
