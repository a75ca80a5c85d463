using System.Diagnostics;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation.Drafting;

namespace Bot.Core.Conversation.Moderating;

/// <summary>A fact that is being written: what was given, what is proposed, and a button for each field that is doubtful.</summary>
internal static class DraftCards
{
    public static Notice Of(QueueItem.Draft draft, ModeratorRoom room)
    {
        var proposed = DraftPasses.Propose(draft.Sheet, room.Story, room.Today);
        var reference = ItemRef.Of(draft);
        return new Notice
        {
            Headline = ModeratorWords.Draft(proposed.Sheet.Sentence),
            Parts =
            [
                new Line($"{ModeratorWords.Speaker}: {Speaker(proposed)}"),
                new Line($"{ModeratorWords.AddFrom}: {Source(proposed)}"),
                .. Enum.GetValues<DraftField>().Where(field => field != DraftField.Speaker).Select(field => Line(field, proposed)),
                .. proposed.Problems.Select(problem => new Hint(problem)),
                new Actions([
                    .. proposed.Problems.Count == 0
                        ? [new ReplyAction(ModeratorWords.AddIt, $"/fact approve item:{reference}")]
                        : Array.Empty<ReplyAction>(),
                    new ReplyAction(ModeratorWords.GiveUp, $"/fact reject item:{reference}"),
                ]),
                .. proposed.Doubtful is { Count: > 0 } doubtful
                    ?
                    [
                        new Actions([
                            .. doubtful.Select(field => new ReplyAction(
                                Label(field, proposed),
                                $"/fact add draft:{reference} settle:{Vocabulary.Word(field)}"
                            )),
                        ]),
                    ]
                    : Array.Empty<Part>(),
            ],
            Foot = ModeratorWords.DraftFoot(draft.Id, room.Naming),
        };
    }

    private static Line Line(DraftField field, ProposedFact proposed) =>
        new($"{Name(field)}: {Value(field, proposed)}{(proposed.Doubtful.Contains(field) ? ModeratorWords.Guessed : "")}");

    /// <summary>Short enough for a button.</summary>
    private static string Label(DraftField field, ProposedFact proposed) =>
        $"{Name(field)}: {(field == DraftField.Speaker ? Speaker(proposed) : Value(field, proposed))}?";

    private static string Name(DraftField field) =>
        field switch
        {
            DraftField.Speaker => ModeratorWords.Speaker,
            DraftField.Kind => ModeratorWords.Kind,
            DraftField.Status => ModeratorWords.Status,
            DraftField.Date => ModeratorWords.Date,
            _ => ModeratorWords.Actors,
        };

    private static string Value(DraftField field, ProposedFact proposed) =>
        field switch
        {
            DraftField.Kind => Vocabulary.Word(proposed.Kind)
                + (
                    proposed.Figure is { } figure
                        ? $" ({figure.Qualifier} {figure.Value} {figure.Unit})".Replace("( ", "(", StringComparison.Ordinal)
                        : ""
                ),
            DraftField.Status => StatusWords.All.First(word => word.Status == proposed.Status).Label,
            DraftField.Date => proposed.On is { } on ? DateWords.Event(on) : ModeratorWords.NotGiven,
            _ => proposed.Actors.Count == 0 ? ModeratorWords.Nobody : Names.Join(proposed.Actors.Select(actor => actor.Name)),
        };

    private static string Speaker(ProposedFact proposed) =>
        proposed.Speaker switch
        {
            GivenSpeaker.Known { AlsoCalled: { } name } known => ModeratorWords.AlsoCalled(known.Entity.Name, name),
            GivenSpeaker.Known known => known.Entity.Name,
            GivenSpeaker.Newcomer someone => ModeratorWords.NewSpeaker(someone.Name, someone.Kind),
            GivenSpeaker.Itself => ModeratorWords.TheSource,
            _ => throw new UnreachableException(),
        };

    private static string Source(ProposedFact proposed) =>
        proposed.Source switch
        {
            GivenSource.Quoted quoted => ModeratorWords.QuotedFrom(quoted.Source.Short),
            GivenSource.Noted noted => ModeratorWords.NotedFrom(noted.Source.Short),
            GivenSource.Unlisted { Url: not null } page => ModeratorWords.NewPage(page.Short),
            GivenSource.Unlisted other => ModeratorWords.NewSource(other.Short),
            null => ModeratorWords.NotGiven,
            _ => throw new UnreachableException(),
        };
}
