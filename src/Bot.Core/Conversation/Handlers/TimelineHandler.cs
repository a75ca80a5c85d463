using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

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
        var (story, roster, now) = (room.Story, room.Story.Index.Roster, new InForce(room.Story, new AsOf()));
        var all = Shown.Sum(kind => roster.OfKind(kind).Count(now.Holds));
        if (all == 0)
        {
            return new Notice { Headline = "Our sources give nothing that could stand on a timeline." };
        }

        // Of too many those before the newest are left out.
        var dated = roster.NewestFirst.Where(target => Shown.Contains(roster.KindOf(target)) && now.Holds(target));
        var newest = dated.Take(Presenter.MostListed).Select(target => story.Revisions[target].Fact).Reverse();
        var undated = room.Current.Select(revision => revision.Fact).Where(fact => fact.Happened is null && Shown.Contains(fact.Kind));
        List<Fact> listed = [.. newest];
        listed.AddRange(undated.Take(Presenter.MostListed - listed.Count));
        var entries = listed.ConvertAll(fact => room.Presenter.Entry(fact, command.Since?.Earliest is { } day && fact.SaidBy >= day));
        return new Timeline(entries)
        {
            Headline = Headline([.. Ends(dated).Select(target => story.Revisions[target].Fact.Happened!)], dated.Count(), all),
            Parts = [Picture(entries), .. More.Than(entries.Count, all)],
            Foot = Feet.Of(room.Book, listed, room.Today),
        };
    }

    /// <summary>The facts that may stand on a timeline.</summary>
    public static IEnumerable<Fact> On(StorySnapshot story, IEnumerable<int> targets) =>
        targets.Where(target => Shown.Contains(story.Index.Roster.KindOf(target))).Select(target => story.Revisions[target].Fact);

    /// <summary>With a text that says what it shows.</summary>
    public static Picture Picture(IReadOnlyList<TimelineEntry> entries) => new(entries, string.Join('\n', entries.Select(Text)));

    /// <summary>The first and the last; none of none.</summary>
    private static IEnumerable<int> Ends(IEnumerable<int> dated) => dated.Any() ? [dated.Last(), dated.First()] : [];

    private static string Headline(IReadOnlyList<EventDate> ends, int dated, int all) =>
        ends.Count == 0
            ? "None of what our sources tell has a date."
            : $"From {DateWords.Event(ends[0])} to {DateWords.Event(ends[1])}: {dated} dated entries, {all - dated} without a date.";

    private static string Text(TimelineEntry entry) => $"- {entry.Date}: {entry.Says} [{entry.StatusWords}]{(entry.IsNew ? " (new)" : "")}";
}
