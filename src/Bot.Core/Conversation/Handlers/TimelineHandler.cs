using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;

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
        var since = command.Since is null ? null : TypedDate.Read(command.Since, room);
        var within = command.Within is null ? null : TypedDate.Read(command.Within, room);
        return command.Since is { } day && since is null ? TypedDate.Refuse(day, room)
            : command.Within is { } span && within is null ? TypedDate.Refuse(span, room)
            : Of(since, within, room);
    }

    private static Reply Of(EventDate? since, EventDate? within, Room room)
    {
        var (story, roster, now) = (room.Story, room.Story.Index.Roster, room.InForce);
        var all = Shown.Sum(kind => roster.OfKind(kind).Count(now.Holds));
        if (all == 0)
        {
            return new Notice { Headline = "Our sources give nothing that could stand on a timeline." };
        }

        // Of too many those before the newest are left out.
        var dated = roster.NewestFirst.Where(target =>
            Shown.Contains(roster.KindOf(target))
            && now.Holds(target)
            && (within is null || Overlaps(story.Revisions[target].Fact.Happened!, within))
        );
        if (within is not null && !dated.Any())
        {
            return new Notice { Headline = NothingThen(within, room) };
        }

        var newest = dated.Take(Presenter.MostListed).Select(target => story.Revisions[target].Fact).Reverse();
        var undated = room
            .Current.Select(revision => revision.Fact)
            .Where(fact => within is null && fact.Happened is null && Shown.Contains(fact.Kind));
        List<Fact> listed = [.. newest];
        listed.AddRange(undated.Take(Presenter.MostListed - listed.Count));
        var day = since?.Earliest ?? since?.Latest;
        var fresh = listed.Count(fact => day is not null && fact.SaidBy >= day);

        // A mark on all of them would tell nothing.
        var entries = listed.ConvertAll(fact => room.Presenter.Entry(fact, fresh < listed.Count && day is not null && fact.SaidBy >= day));
        var foot = Feet.Of(room.Book, listed, room.Today);
        return new Timeline(entries)
        {
            Since = since,
            Within = within,
            Headline = Headline([.. Ends(dated).Select(target => story.Revisions[target].Fact.Happened!)], dated.Count(), all, within),
            Parts = [Picture(entries), .. More.Than(entries.Count, within is null ? all : dated.Count())],
            Foot = day is { } asked ? $"{New(asked, fresh, listed.Count)} {foot}" : foot,
        };
    }

    /// <summary>What the marks mean.</summary>
    private static string New(DateOnly since, int fresh, int listed) =>
        fresh == 0 ? CommandWords.NothingNew(since)
        : fresh == listed ? CommandWords.AllNew(since)
        : CommandWords.MarkedNew(since);

    /// <summary>Of a date that is open on one side only the other counts: what happened by a day did not happen in every year before.</summary>
    private static bool Overlaps(EventDate date, EventDate within) =>
        (date.Earliest ?? date.Latest) <= (within.Latest ?? DateOnly.MaxValue)
        && (date.Latest ?? date.Earliest) >= (within.Earliest ?? DateOnly.MinValue);

    private static string NothingThen(EventDate within, Room room) =>
        $"Our sources date nothing {DateWords.When(within)} that could stand on a timeline. Type {room.Naming.Of("story timeline")} for all of it.";

    /// <summary>The facts that may stand on a timeline.</summary>
    public static IEnumerable<Fact> On(StorySnapshot story, IEnumerable<int> targets) =>
        targets.Where(target => Shown.Contains(story.Index.Roster.KindOf(target))).Select(target => story.Revisions[target].Fact);

    /// <summary>With a text that says what it shows.</summary>
    public static Picture Picture(IReadOnlyList<TimelineEntry> entries) => new(entries, string.Join('\n', entries.Select(Text)));

    /// <summary>The first and the last; none of none.</summary>
    private static IEnumerable<int> Ends(IEnumerable<int> dated) => dated.Any() ? [dated.Last(), dated.First()] : [];

    private static string Headline(IReadOnlyList<EventDate> ends, int dated, int all, EventDate? within) =>
        ends.Count == 0 ? "None of what our sources tell has a date."
        : within is null ? $"{Names.Capital(Span(ends))}: {dated} dated entries, {all - dated} without a date."
        : $"Only {DateWords.When(within)}: {dated} of {all} entries, {Span(ends)}.";

    private static string Span(IReadOnlyList<EventDate> ends) =>
        (DateWords.Start(ends[0]), DateWords.End(ends[1])) is var (first, last) && first == last
            ? $"all of {first}"
            : $"from {first} to {last}";

    private static string Text(TimelineEntry entry) => $"- {entry.Date}: {entry.Says} [{entry.StatusWords}]{(entry.IsNew ? " (new)" : "")}";
}
