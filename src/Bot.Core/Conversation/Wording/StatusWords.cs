using System.Diagnostics;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Wording;

/// <summary>The status of a fact in words that name its witness.</summary>
internal static class StatusWords
{
    public static string Of(FactBook book, Fact fact)
    {
        var speaker = Names.Speaker(book, fact);
        return fact switch
        {
            NonAnswer { Speaker: Speaker.People people } when people.Ids.All(fact.Actors.Contains) => $"no comment by {speaker}",
            NonAnswer => $"no comment, as reported by {speaker}",
            Account => $"the account of {speaker}; others differ",
            _ => fact.Status switch
            {
                FactStatus.OwnAccount when IsOneThing(book, fact.Speaker) => $"{speaker} says so itself",
                FactStatus.OwnAccount => $"{speaker}, by their own account",
                FactStatus.Reported => $"reported by {speaker}",
                FactStatus.Alleged => $"alleged by {speaker}",
                FactStatus.Stated when fact.Kind is FactKind.Assessment or FactKind.Outlook => $"the view of {speaker}",
                FactStatus.Stated => $"stated by {speaker}",
                FactStatus.Estimate => $"an estimate of {speaker}",
                FactStatus.Confirmed => $"confirmed: {Origins(book, fact)}",
                _ => throw new UnreachableException(),
            },
        };
    }

    /// <summary>What each status means, for "/help words".</summary>
    public static IReadOnlyList<(FactStatus Status, string Label, string Meaning)> All { get; } =
    [
        (FactStatus.OwnAccount, "own account", "speakers say it of themselves; nobody else has to agree"),
        (FactStatus.Reported, "reported", "a source reports it"),
        (FactStatus.Alleged, "alleged", "somebody says it of another; nothing in our sources supports it yet"),
        (FactStatus.Stated, "stated", "a position: that it was said is sure, no more"),
        (FactStatus.Estimate, "estimate", "a figure, with whoever estimates it"),
        (FactStatus.Confirmed, "confirmed", "two independent origins, or a document of record"),
    ];

    /// <param name="moved">The base says something else by now than what the community made its own of.</param>
    public static IReadOnlyList<string> Marks(Fact fact, bool moved)
    {
        var marks = new List<string>();
        if (fact.Disputed is { } reason)
        {
            marks.Add($"disputed: {reason}");
        }

        if (fact.Ended is { } ended)
        {
            marks.Add($"{Vocabulary.Word(ended.How)} on {DateWords.Day(ended.On)}: {ended.Reason}");
        }

        if (moved)
        {
            marks.Add("as it is given here; the shared facts say something else by now");
        }

        return marks;
    }

    /// <summary>Whether the speaker is one organisation, place or source, which is an it. A person may be he or she, and a group or several are they.</summary>
    private static bool IsOneThing(FactBook book, Speaker speaker) =>
        speaker is not Speaker.People people
        || (people.Ids is [var only] && book[only].Kind is EntityKind.Organisation or EntityKind.Place or EntityKind.Product);

    private static string Origins(FactBook book, Fact fact) =>
        fact.Sources.Any(id => book[id].Record)
            ? "a document of record"
            : $"{fact.Sources.Select(id => book[id].Origin).Distinct().Count()} independent origins";
}
