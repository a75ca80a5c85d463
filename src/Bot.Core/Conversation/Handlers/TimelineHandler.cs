using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story timeline</c>: what happened and was said, by date; what has no date comes last.</summary>
internal static class TimelineHandler
{
    private static readonly FactKind[] Shown =
    [
        FactKind.Act,
        FactKind.Suspension,
        FactKind.Exemption,
        FactKind.Finding,
        FactKind.Claim,
        FactKind.Response,
        FactKind.NonAnswer,
    ];

    public static Reply Handle(Command.ShowTimeline command, Room room)
    {
        var entries = Entries(room, command.Since?.Earliest);
        if (entries.Count == 0)
        {
            return new Notice { Headline = "Our sources give nothing that could stand on a timeline." };
        }

        var dated = entries.Where(entry => entry.On is not null).ToList();
        var headline =
            dated.Count == 0
                ? "None of what our sources tell has a date."
                : $"From {DateWords.Event(dated[0].On!)} to {DateWords.Event(dated[^1].On!)}: {dated.Count} dated entries, {entries.Count - dated.Count} without a date.";
        return new Timeline(entries)
        {
            Headline = headline,
            Parts = [new Picture(entries, string.Join('\n', entries.Select(Text)))],
            Foot = Feet.Of(room.Book, room.Current.Where(r => Shown.Contains(r.Fact.Kind)).Select(r => r.Fact), room.Today),
        };
    }

    public static IReadOnlyList<TimelineEntry> Entries(Room room, DateOnly? since) =>
        [
            .. room
                .Current.Where(revision => Shown.Contains(revision.Fact.Kind))
                .Select(revision => room.Presenter.Entry(revision.Fact, since is { } day && revision.Fact.SaidBy >= day))
                .OrderBy(entry => entry.On is null)
                .ThenBy(entry => entry.On?.Latest ?? entry.On?.Earliest),
        ];

    private static string Text(TimelineEntry entry) => $"- {entry.Date}: {entry.Says} [{entry.StatusWords}]{(entry.IsNew ? " (new)" : "")}";
}
