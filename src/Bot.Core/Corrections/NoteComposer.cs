using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Corrections;

/// <summary>The note below a post: what we said, what is right, by which source, and when it changed. What was withdrawn is not repeated.</summary>
internal sealed class NoteComposer(StorySnapshot story, DateOnly today)
{
    private readonly PostedFacts facts = new(story, []);
    private readonly Presenter presenter = new(story, today);

    /// <param name="changes">A fact, the state of which readers were told last, and the one that they are told of now.</param>
    public Reply Note(IReadOnlyList<(FactId Fact, int Was, int Is)> changes) =>
        new Notice
        {
            Headline =
                changes.All(change => change.Is == SeenFact.BeingChecked) ? CorrectionWords.IsBeingChecked
                : changes.All(change => change.Was == SeenFact.BeingChecked && change.Is > 0) ? CorrectionWords.Stands
                : CorrectionWords.Corrected,
            Parts = [.. changes.SelectMany(Parts)],
        };

    private IEnumerable<Part> Parts((FactId Fact, int Was, int Is) change)
    {
        var (isChecked, ended) = (change.Is == SeenFact.BeingChecked, story.Book.Find(change.Fact)?.Ended);
        var (was, now) = (facts.Revision(change.Fact, change.Was), facts.Revision(change.Fact, change.Is));
        if (was is not null && (now is not null || ended is { WasSo: true }))
        {
            yield return new Line(CorrectionWords.Said(presenter.Statements([was.Fact], most: 1)));
        }

        if (now is null)
        {
            yield return new Line(CorrectionWords.NotRepeated(CorrectionWords.Why(ended, isChecked)));
        }

        var right = now is not null ? [now] : Successors(change.Fact).ToList();
        if (right.Count > 0)
        {
            yield return new Heading(CorrectionWords.WhatIsRight);
            foreach (var part in presenter.Parts(right))
            {
                yield return part;
            }
        }
        else
        {
            yield return new Line(CorrectionWords.NothingInstead(isChecked));
        }

        if (facts.LastChange(change.Fact) is { } last)
        {
            yield return new Line(CorrectionWords.When(last.At, last.Reason));
        }
    }

    /// <summary>What took the place of a fact that moved on.</summary>
    private IEnumerable<Revision> Successors(FactId fact) =>
        story.InForce.Where(revision => revision.Fact.Linked(LinkKind.Supersedes).Contains(facts.Present(fact)));
}
