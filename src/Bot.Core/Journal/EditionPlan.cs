using Bot.Core.Communities;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What loaded files do to a story that the journal has, or has not yet. Closed.</summary>
internal abstract record EditionPlan
{
    private EditionPlan() { }

    /// <summary>The files say what the journal says.</summary>
    public sealed record Unchanged(Edition Edition) : EditionPlan;

    public sealed record Append(Edition Edition, IReadOnlyList<StoryEvent> Events) : EditionPlan
    {
        /// <summary>As it goes into the journal. Whoever loads the same after the same history sends the same command.</summary>
        public Journal.Append After(IReadOnlyList<Envelope> history, FactBook book)
        {
            var stream = StreamId.Editions(book.Story.Slug);
            var version = history.LastOrDefault(envelope => envelope.Stream == stream)?.Version ?? 0;
            var note = book.Story.EditionNotes.LastOrDefault(n => n.Edition == Edition.Number)?.Note;
            return new Journal.Append
            {
                Command = new CommandId($"edition {book.Story.Slug} {Edition} after {version}"),
                Community = CommunityId.Base,
                Story = book.Story.Slug,
                By = PersonKey.Maintainers,
                Reason = Edition.Local > 0 ? "Edited in the files of a development run." : note ?? "",
                Events = [.. Events.Select((happened, i) => new Proposed(stream, version + i, happened))],
            };
        }
    }

    /// <param name="Sentence">Why, and what to do.</param>
    public sealed record Refused(string Sentence) : EditionPlan;

    /// <param name="history">The events of the story's base; none before its first load.</param>
    /// <param name="revisions">The history folded.</param>
    public static EditionPlan For(FactBook book, IReadOnlyList<Envelope> history, IReadOnlyList<Revision> revisions, LoadRules rules)
    {
        var (slug, edition) = (book.Story.Slug, new Edition(book.Story.Edition));
        var erased = history.Select(envelope => envelope.Event).OfType<StoryEvent.FactErased>().Select(e => e.Fact);
        if (erased.Where(id => book.Find(id) is not null).ToList() is { Count: > 0 } again)
        {
            return new Refused(
                $"What was erased is in the files of '{slug}' again: {string.Join(", ", again)}. Take it out of `facts.yaml`, and what it rests on out of its seed."
            );
        }

        if (history.Count == 0)
        {
            return new Append(
                edition,
                [
                    new StoryEvent.Baselined(edition, Cast.Of(book)),
                    .. book.Facts.Select(fact => new StoryEvent.FactBaselined(edition, fact)),
                ]
            );
        }

        var was = StoryFold.LastEdition(history);
        if (edition.Number <= was.Number && rules.Development)
        {
            edition = new Edition(edition.Number, was.Local + 1);
        }

        var facts = revisions.Where(revision => revision.To is null).Select(revision => revision.Fact).ToList();
        var changes = EditionChanges.Between(StoryFold.Casts(history).LastOrDefault(), facts, book, edition);
        var removed = changes.OfType<StoryEvent.FactRemoved>().Count();
        return changes.Count == 0 ? new Unchanged(edition.Number > was.Number ? edition : was)
            : rules.AreTooMany(removed, of: facts.Count)
                ? new Refused(
                    $"Edition {edition} of '{slug}' no longer has {removed} of its {facts.Count} facts. If that is meant, start with --accept; else put them back. A fact that no longer holds is ended, not taken out."
                )
            : edition.Number > was.Number || edition.Local > 0 ? new Append(edition, changes)
            : edition.Number < was.Number
                ? new Refused(
                    $"The store has '{slug}' at edition {was}, and these files are edition {edition}: start the build that has the newer ones, or raise `edition` and add a note that says why."
                )
            : new Refused($"The facts of '{slug}' changed under edition {edition}; raise `edition` and add a note that says why.");
    }
}
