using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages;

/// <summary>One fact with its states so far. What was withdrawn is named, not repeated.</summary>
internal sealed class FactModel(Reading reading) : StoryPage(reading)
{
    public FactId Id { get; private set; }
    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public IReadOnlyList<Link> Links { get; private set; } = [];
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>Why there is nothing to show; null when there is.</summary>
    public string? Gone { get; private set; }
    public IReadOnlyList<FactState> States { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        var snapshot = Reading.Story!;
        var now = snapshot.Book.Find(new FactId(id));
        Id = now?.Id ?? new FactId(id);
        var names = (now?.Formerly ?? []).Append(Id).ToHashSet();
        var revisions = snapshot.Revisions.Where(revision => names.Contains(revision.Fact.Id)).OrderBy(revision => revision.From).ToList();
        if (revisions.Count == 0)
        {
            return Missing("There is no fact of that name in this story.");
        }

        var last = revisions[^1];
        Gone =
            snapshot.Held.Contains(Id) ? "This fact is held while it is checked, and is not given meanwhile."
            : last.To is not null ? "This fact is no longer given."
            : last.Fact.Ended is { How: EndingKind.Retracted } ended
                ? $"The source took this back on {Reading.Day(ended.On)}: {ended.Reason}"
            : last.Fact is Account && !snapshot.InForce.Contains(last)
                ? "The other side\u2019s account is no longer given, and this one is not told alone."
            : null;
        if (Gone is null)
        {
            Parts = Reading.Presenter.Parts(
                last.Fact is Account account && snapshot.Current(account.Other) is { } other ? [last, other] : [last]
            );
            Links = [.. last.Fact.Links.Where(link => link.Kind != LinkKind.PairsWith)];
            Asked = last.Fact.Asked;
        }

        States = [.. revisions.Select((revision, i) => State(revision, i == 0 ? null : revisions[i - 1], snapshot)).Reverse()];
        return Page();
    }

    /// <summary>What a linked fact is called where its card is not shown: an account is not told without the other side's.</summary>
    public string Told(FactId other) =>
        Reading.Story!.Book.Find(other) switch
        {
            null => other.Value,
            Account => "an account, shown with the other side\u2019s",
            { Ended.How: EndingKind.Retracted } => "a statement that was withdrawn",
            { } fact => Line(fact),
        };

    /// <summary>A fact in one line, with its speaker and how it stands.</summary>
    private string Line(Fact fact) => $"{Reading.Presenter.Attributed(fact)} ({Reading.Presenter.Attribution(fact).StatusWords})";

    private FactState State(Revision revision, Revision? before, StorySnapshot snapshot)
    {
        var written = snapshot.History.FirstOrDefault(envelope => envelope.Position == revision.From);
        var changed = before is null ? [] : FactContent.Differences(before.Fact, revision.Fact);
        var told = Gone is null && snapshot.MayCompare(revision.Fact);
        return new FactState(
            revision.Number,
            written?.At,
            written?.Reason ?? "",
            [.. changed.Select(field => field.Name)],
            told ? changed : [],
            told && revision.To is not null ? Line(revision.Fact) : null,
            revision.To is null
        );
    }
}

/// <param name="Changed">The names of the fields that are not as before.</param>
/// <param name="Fields">The same field by field; none where the fact may not be told.</param>
/// <param name="Told">What it said then; null for the state in force, which stands on the page, and where it may not be told.</param>
internal sealed record FactState(
    int Number,
    DateTimeOffset? At,
    string Reason,
    IReadOnlyList<string> Changed,
    IReadOnlyList<FieldChange> Fields,
    string? Told,
    bool InForce
);
